import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { authored, render, templateText } from './render.ts'

test.each(Object.entries(authored))('the committed template %s is what the code makes', (name, dashboard) => {
  const committed = readFileSync(new URL(`../generated/${name}.json`, import.meta.url), 'utf8')
  expect(committed).toBe(templateText(dashboard))
})

test('ids of panels are counted by section', () => {
  const { sections } = render(authored.nodes)
  expect(sections.map(({ panels }) => panels[0]?.id)).toEqual(sections.map((_, index) => (index + 1) * 100))
  expect(Math.max(...sections.map(({ panels }) => panels.length))).toBeLessThan(100)
})

test('a panel that does not fit beside the others starts a new line', () => {
  const places = render(authored.nodes).sections[1]?.panels.map(({ gridPos }) => [gridPos.x, gridPos.y])
  expect(places).toEqual([
    [0, 0],
    [0, 1],
    [8, 1],
    [16, 1],
    [0, 9],
    [8, 9],
    [16, 9],
  ])
})
