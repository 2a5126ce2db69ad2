import { jsonSchema } from '@thanos-fleet/cluster-spec'
import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { anyDocument, damaged } from '@thanos-fleet/cluster-spec/testing/slips'
import { formatDiagnostics } from '@thanos-fleet/diagnostics'
import fc from 'fast-check'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stringify } from 'yaml'
import { main } from './cli.ts'
import { parsePatch } from './fleet/patch-file.ts'
import generator from './fleet/thanos-generator.ts'
import { TestRepository } from './testing/repository.ts'

/** How many inputs of each kind; the nightly run has tens of thousands. Its seed is printed where something fails. */
const runs = Number(process.env['RANDOM_INPUTS'] ?? 200)
const seed = process.env['RANDOM_SEED']
const options = (share = 1) => ({
  numRuns: Math.ceil(runs * share),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
})
/** An input that takes as long as all others together may, hangs. */
const timeLimit = 120_000 + runs * 200

const root = resolve(import.meta.dirname, '../../..')
const fixtures = join(root, 'libs/cluster-spec/fixtures')
const textsOf = (...patterns: string[]) =>
  globSync(patterns, { cwd: fixtures })
    .toSorted()
    .map((path) => readFileSync(join(fixtures, path), 'utf8'))
    .filter((text) => text.length < 20_000)

const clusterTexts = textsOf('valid/*.yaml', 'modes/*/cluster.yaml', 'invalid/*.yaml')
const fleetTexts = textsOf('fleet-file/*/*/fleet.yaml', 'fleet-file/*/*.yaml')
const folder = { files: () => ['r.yaml'], read: () => Buffer.from('groups: []\n') }

const identity = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: prometheus, namespace: thanos }\n'
const patchTexts = [
  'spec: { replicas: 4 }',
  'spec:\n  template:\n    spec:\n      containers:\n        - name: prometheus\n          args: [a, b]\n          env: [{ name: A, value: b }]',
  'metadata: { name: prometheus, namespace: thanos, labels: { a: b } }\nspec:\n  # replaces: spec.volumeClaimTemplates\n  volumeClaimTemplates: []',
  'spec: { template: { spec: { $patch: replace, containers: [{ name: a, image: b }] } } }',
].map((text) => (text.startsWith('metadata') ? identity.replace(/metadata.*\n/, '') : identity) + text)

/** The whole way of a cluster through the generator, without the disk. */
function generate(text: string, fleetText?: string, patchText?: string): string[] {
  const bound = generator.forFleet?.(fleetText === undefined ? undefined : Buffer.from(fleetText))
  if (bound?.generator === undefined) return formatted(bound?.diagnostics ?? [])
  const path = 'clusters/x/cluster.yaml'
  const read = bound.generator.read({ path, text: Buffer.from(text) }, folder)
  const report = bound.generator.report?.([{ name: 'x', defaulted: read.defaulted, ...read }]) ?? []
  if (read.spec === undefined) return formatted([...bound.diagnostics, ...report])
  const patch = patchText === undefined ? [] : parsePatch('clusters/x/patches/p.yaml', Buffer.from(patchText))
  const patches = Array.isArray(patch) ? [] : [patch]
  const member = { path, spec: read.spec, locate: read.locate ?? (() => ({ line: 1, column: 1 })) }
  const { summary, diagnostics } = bound.generator.generate(member, patches)
  const compared = { path, view: bound.generator.view(read.spec), locate: member.locate }
  const between = bound.generator.link?.([compared], { names: ['x'], gone: ['y'] }).diagnostics ?? []
  const fleet = [...bound.generator.checkFleet([compared], [summary]), ...between]
  if (fleet.length === 0) bound.generator.shared([summary], new Map())
  return formatted([...report, ...diagnostics, ...fleet, ...(Array.isArray(patch) ? patch : [])])
}

function formatted(diagnostics: Parameters<typeof formatDiagnostics>[0]): string[] {
  for (const { line = 1, column = 1, remedy, message } of diagnostics) {
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
    expect(remedy).not.toBe('')
    expect(message).not.toMatch(/\[object |undefined is/)
  }
  return (['text', 'json', 'github', 'sarif'] as const).map((format) => formatDiagnostics(diagnostics, format))
}

const schemaKeys = [...new Set([...jsonSchema().matchAll(/"([A-Za-z]+)": \{/g)].map(([, key = '']) => key))]
const simple = 'name: x\nmode: sidecar-mode\nobjectStore: { type: GCS, bucket: b, credentials: { secret: s } }\n'

describe('no document ends in an internal error, nor takes for ever', () => {
  const check = (name: string, texts: fc.Arbitrary<string>, run: (text: string) => unknown, share = 1) =>
    test(
      `${name}, ${runs * share} times`,
      () =>
        fc.assert(
          fc.property(texts, (text) => {
            run(text)
          }),
          options(share),
        ),
      timeLimit,
    )

  check('a damaged cluster.yaml', damaged(clusterTexts), (text) => generate(text))
  check('a damaged fleet.yaml', damaged(fleetTexts), (text) => generate(simple, text))
  const example = exampleText('sidecar-mode').replace(/^name: .*/m, 'name: x')
  check('a damaged patch', damaged(patchTexts), (text) => generate(example, undefined, text), 0.25)
  check(
    'a cluster.yaml of any form',
    anyDocument(schemaKeys).map((value) => simple + stringify(value)),
    (text) => generate(text),
  )
  check(
    'a fleet.yaml of any form',
    anyDocument([...schemaKeys, 'defaults', 'all', 'modes', 'rings']).map((value) => stringify(value)),
    (text) => generate(simple, text),
  )
  test(
    `bytes, ${runs} times`,
    () =>
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
          const { diagnostics } = generator.read({ path: 'clusters/x/cluster.yaml', text: bytes }, folder)
          formatted(diagnostics)
        }),
        options(),
      ),
    timeLimit,
  )
})

/** The exit codes that docs/gen.md explains. */
const documented = [...readFileSync(join(root, 'docs/gen.md'), 'utf8').matchAll(/^\| (\d+) \|/gm)].map(([, code]) =>
  Number(code),
)

describe('no command line ends in an internal error', () => {
  let repository: TestRepository
  beforeEach(() => {
    repository = new TestRepository()
    vi.stubEnv('KUBECONFIG', join(repository.path, 'none'))
    vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  })
  afterEach(() => {
    process.exitCode = undefined
    vi.unstubAllEnvs()
    repository.remove()
  })

  // Without validate and init: the one starts programs for minutes, the other is a command of the package.
  const command = fc.constantFrom(
    'overlays',
    'check',
    'explain',
    'migrate',
    'merge',
    'add-cluster',
    'constructor',
    '--help',
    '',
  )
  const name = fc.constantFrom(
    'x',
    'y',
    'fleet.yaml',
    '..',
    '../x',
    'X',
    '',
    'constructor',
    '__proto__',
    '-',
    'ä',
    'a/b',
  )
  const flag = fc.constantFrom(
    'format',
    'force',
    'assume-state',
    'repository',
    'mode',
    'label',
    'set',
    'to',
    'step',
    'write',
    'no-check',
    'check',
    'context',
    'kubeconfig',
    'release',
    'help',
    '__proto__',
    'toString',
    'no-force',
  )
  const value = fc.oneof(
    fc.constantFrom(
      'json',
      'sarif',
      'github',
      'text',
      'receive-mode',
      'sidecar-mode',
      'new',
      'a=b',
      '=',
      'a.b=1',
      'name.x=1',
      'a={',
      'a=*b',
      '__proto__.a=1',
      'ring=a',
      '',
      'objectStore={ type: GCS, bucket: b, credentials: { secret: s } }',
    ),
    fc.string({ maxLength: 10, unit: 'grapheme' }).filter((text) => !text.includes('/')),
  )
  const argument = fc.oneof(
    name,
    fc.tuple(flag, value).map(([one, said]) => `--${one}=${said}`),
    flag.map((one) => `--${one}`),
    value,
  )

  test(
    `of any words, ${runs / 4} times`,
    async () => {
      expect(documented).toContain(70)
      await fc.assert(
        fc.asyncProperty(command, fc.array(argument, { maxLength: 6 }), async (first, rest) => {
          repository.write('clusters/x/cluster.yaml', simple)
          process.exitCode = undefined
          // Behind all others it counts: no command of this test leaves its folder.
          const others = rest.filter((one) => !/^--(repository|kubeconfig)/.test(one) && one !== '--')
          await main([first, ...others, `--repository=${repository.path}`])
          const code = Number(process.exitCode ?? 0)
          expect(documented.filter((one) => one !== 70)).toContain(code)
        }),
        options(0.25),
      )
    },
    timeLimit * 4,
  )
})
