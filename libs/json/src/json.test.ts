import { expect, it } from 'vitest'
import { isJsonObject, isObject } from './index.ts'

it.each([{}, { a: 1 }, Object.create(null)])('takes an object for one: %j', (value) => {
  expect([isObject(value), isJsonObject(value)]).toEqual([true, true])
})

it.each([null, undefined, [], 'text', 1, true])('takes nothing else for one: %j', (value) => {
  expect([isObject(value), isJsonObject(value)]).toEqual([false, false])
})
