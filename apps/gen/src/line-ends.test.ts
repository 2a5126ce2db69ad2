import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runFleet } from './fleet/run.ts'
import { generatorUrl } from './commands/common.ts'
import { TestRepository } from './testing/repository.ts'

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
})
afterEach(() => repository.remove())

const name = 'sidecar-mode'
const extra = 'extra: { rules: [r.yaml], scrapeJobs: [s.yaml], dashboards: [d.json] }\n'
const alert = '- alert: Slow\n    expr: |\n      up\n      == 0\n    for: 5m\n'
const target = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: prometheus, namespace: thanos }\n'

/** Every kind of text that people write. */
const written: Record<string, string> = {
  'clusters/fleet.yaml': 'versions:\n  mirrors: { quay.io: registry.example.com/quay }\n',
  [`clusters/${name}/cluster.yaml`]: exampleText(name) + extra,
  [`clusters/${name}/r.yaml`]: `groups:\n- name: own\n  rules:\n  ${alert}`,
  [`clusters/${name}/s.yaml`]: 'scrape_configs:\n- job_name: shop\n  static_configs: []\n',
  [`clusters/${name}/d.json`]: '{\n  "title": "Own",\n  "uid": "own",\n  "panels": []\n}\n',
  [`clusters/${name}/patches/p.yaml`]: `${target}spec:\n  # a comment\n  minReadySeconds: 5\n`,
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n')
const withMark = (text: string) => `\ufeff${text}`
const forms = { CRLF: crlf, 'a byte order mark': withMark, both: (text: string) => withMark(crlf(text)) }

async function generated(form: (text: string) => string): Promise<Record<string, string>> {
  for (const [path, text] of Object.entries(written)) repository.write(path, form(text))
  const { diagnostics } = await runFleet({
    repository: repository.path,
    generatorUrl,
    names: [],
    mode: 'write',
    force: false,
    threads: 0,
  })
  expect(diagnostics).toEqual([])
  const paths = repository.files().filter((path) => written[path] === undefined)
  return Object.fromEntries(paths.map((path) => [path, repository.read(path)]))
}

test.each(Object.entries(forms))('texts with %s give the bytes that they give without', async (_name, form) => {
  const before = await generated((text) => text)
  expect(Object.keys(before).length).toBeGreaterThan(200)
  expect(await generated(form)).toEqual(before)
})

test('a generated file with CRLF was not edited by hand, and is put right', async () => {
  const before = await generated((text) => text)
  const index = `clusters/${name}/.generated`
  for (const path of [index, `clusters/${name}/README.md`, 'overlays/base/query/kustomization.yaml'])
    if (before[path] !== undefined) repository.write(path, crlf(before[path]))
  expect(readFileSync(`${repository.path}/${index}`, 'utf8')).toContain('\r\n')
  expect(await generated((text) => text)).toEqual(before)
})
