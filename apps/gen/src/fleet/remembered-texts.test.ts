import { place } from '@thanos-fleet/product'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { rememberedTexts } from './remembered-texts.ts'

const name = `remembered-${process.pid}`
const file = join(place.cache, `${name}.json`)

afterEach(() => rmSync(file, { force: true }))

test('texts are made once for the same sources', () => {
  expect(rememberedTexts(name, () => ({ a: 'first' }))).toEqual({ a: 'first' })
  expect(rememberedTexts(name, () => ({ a: 'second' }))).toEqual({ a: 'first' })
})

test('texts of other sources are made again, and so are those that cannot be read', () => {
  rememberedTexts(name, () => ({ a: 'first' }))
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"generator":"[^"]*"/, '"generator":"another"'))
  expect(rememberedTexts(name, () => ({ a: 'second' }))).toEqual({ a: 'second' })
  writeFileSync(file, '{ half')
  expect(rememberedTexts(name, () => ({ a: 'third' }))).toEqual({ a: 'third' })
})
