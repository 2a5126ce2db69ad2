import { jsonSchema } from '@thanos-fleet/cluster-spec'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Schema {
  const?: string
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

const page = readFileSync(join(import.meta.dirname, '../../../docs/cluster-yaml.md'), 'utf8')
const lines = page.split('\n')
const { properties = {} }: Schema = JSON.parse(jsonSchema())

/** The text below a heading, down to the next of its level. */
function below(heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
}

/** The names of all settings in a section, at every depth. */
function settingsIn({
  properties: own = {},
  additionalProperties: any,
  items,
  anyOf = [],
  oneOf = [],
}: Schema): string[] {
  const parts = [...Object.values(own), ...anyOf, ...oneOf, ...(items === undefined ? [] : [items])]
  const values = typeof any === 'object' ? settingsIn(any) : []
  return [...new Set([...Object.keys(own), ...parts.flatMap(settingsIn), ...values])]
}

describe('docs/cluster-yaml.md', () => {
  it.each(Object.entries(properties))('names every setting of %s in its section', (key, section) => {
    const row = lines.find((line) => line.startsWith(`| \`${key}\``)) ?? ''
    const text = [below(`\`${key}\``), below('Components'), row].join('\n')
    expect(settingsIn(section).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })

  const stores = properties['objectStore']?.oneOf ?? properties['objectStore']?.anyOf ?? []

  it('has a row for every type of object store, with its settings', () => {
    expect(stores.length).toBeGreaterThan(8)
    for (const { properties: { type, prefix: _, credentials: __, ...settings } = {} } of stores) {
      const row =
        lines.find((line) => line.startsWith('| ') && line.split('|')[1]?.includes(`\`${type?.const}\``)) ?? ''
      expect(
        Object.keys(settings).filter((name) => !row.includes(`\`${name}\``)),
        type?.const,
      ).toEqual([])
    }
  })
})
