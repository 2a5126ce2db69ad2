import { jsonSchema } from '@thanos-fleet/cluster-spec'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Schema {
  $ref?: string
  definitions?: Record<string, Schema>
  allOf?: Schema[]
  const?: string
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

const page = readFileSync(join(import.meta.dirname, '../../../docs/cluster-yaml.md'), 'utf8')
const lines = page.split('\n')
const { properties = {}, definitions = {} }: Schema = JSON.parse(jsonSchema())

/** The text below a heading, down to the next of its level. */
function below(heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
}

/** A part of the schema, with what it refers to. @throws Error where that does not exist */
function resolved({ $ref, ...own }: Schema): Schema {
  if ($ref === undefined) return own
  const target = definitions[$ref.replace('#/definitions/', '')]
  if (target === undefined) throw new Error(`${$ref} is not in the schema`)
  return { ...resolved(target), ...own }
}

/** The names of all settings in a section, at every depth. */
function settingsIn(section: Schema): string[] {
  const { properties: own = {}, additionalProperties: value, items, ...choices } = resolved(section)
  const parts = [...Object.values(own), ...[choices.anyOf, choices.oneOf, choices.allOf].flatMap((some) => some ?? [])]
  const values = [value, items].flatMap((part) => (typeof part === 'object' ? [part] : []))
  return [...new Set([...Object.keys(own), ...[...parts, ...values].flatMap(settingsIn)])]
}

/** Sections that refer to another for what both have. */
const asIn: Readonly<Record<string, string>> = { additionalBuckets: 'objectStore' }

describe('docs/cluster-yaml.md', () => {
  it.each(Object.entries(properties))('names every setting of %s in its section', (key, section) => {
    const row = lines.find((line) => line.startsWith(`| \`${key}\``)) ?? ''
    const same = Object.hasOwn(asIn, key) ? below(`\`${asIn[key]}\``) : ''
    const text = [below(`\`${key}\``), same, below('Components'), row].join('\n')
    expect(settingsIn(section).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })

  const stores = (properties['objectStore']?.oneOf ?? []).map(resolved)

  it('has a row for every type of object store, with its settings', () => {
    expect(stores.length).toBeGreaterThan(8)
    for (const { properties: { type, prefix: _, ca: __, credentials: ___, ...settings } = {} } of stores) {
      const row =
        lines.find((line) => line.startsWith('| ') && line.split('|')[1]?.includes(`\`${type?.const}\``)) ?? ''
      expect(
        Object.keys(settings).filter((name) => !row.includes(`\`${name}\``)),
        type?.const,
      ).toEqual([])
    }
  })
})
