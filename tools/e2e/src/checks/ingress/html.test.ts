import { expect, it } from 'vitest'
import { assetsOf, pathAt } from './html.ts'

it('finds what a page loads, once each, and not what is in it already', () => {
  const html = `<html><head><link rel="icon" href="favicon.ico"><link href="data:image/png;base64,x" rel="icon">
    <script defer="defer" src="static/a.js"></script><script src="static/a.js"></script></head><body><a href="/other">x</a></body></html>`
  expect(assetsOf(html)).toEqual(['favicon.ico', 'static/a.js'])
})

it('resolves addresses as a browser does, and knows when they leave the host', () => {
  expect(pathAt('a.example.com', '/graph/', '../static/a.js?v=1')).toBe('/static/a.js?v=1')
  expect(pathAt('a.example.com', '/', '/query')).toBe('/query')
  expect(pathAt('a.example.com', '/', 'https://a.example.com/x')).toBe('/x')
  expect(pathAt('a.example.com', '/', 'http://a.example.com/x')).toBeNull()
  expect(pathAt('a.example.com', '/', 'http://prometheus-0:9090/graph')).toBeNull()
})
