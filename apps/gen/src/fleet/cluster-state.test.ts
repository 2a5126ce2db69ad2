import { productVersion } from '@thanos-fleet/product'
import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentHash } from '../files/ownership.ts'
import { index, moving, readme, stateLineOf, withoutState, yaml } from '../testing/one-cluster.ts'
import { TestRepository } from '../testing/repository.ts'
import { oldPage } from '../testing/old-page.ts'
import { assumedState } from './cluster-state.ts'
import type { RunOptions } from './run.ts'

const generatorUrl = new URL('./thanos-generator.ts', import.meta.url).href

let repository: TestRepository
beforeEach(async () => {
  repository = new TestRepository()
  repository.write('clusters/eu-1/cluster.yaml', yaml('sidecar-mode'))
  expect(await codes()).toEqual([])
})
afterEach(() => repository.remove())

async function codes(options: Partial<RunOptions> = {}): Promise<string[]> {
  const { diagnostics } = await repository.run({ generatorUrl, names: ['eu-1'], ...options })
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

/** The codes of a run that changes the mode at once, which must write nothing. */
async function changedMode(options: Partial<RunOptions> = {}): Promise<string[]> {
  repository.write('clusters/eu-1/cluster.yaml', yaml('receive-mode'))
  const before = repository.state()
  const found = await codes(options)
  if (found.length > 0) expect(repository.state()).toEqual(before)
  return found
}

function edit(path: string, change: (text: string) => string): void {
  const before = repository.read(path)
  repository.write(path, change(before))
  expect(repository.read(path)).not.toBe(before)
}

/** Makes a generated file look as if another release had written it. */
function asGenerated(path: string, change: (text: string) => string): void {
  const relative = path.slice('clusters/eu-1/'.length)
  edit(path, change)
  const digest = contentHash(repository.read(path))
  edit(index, (text) => text.replace(new RegExp(`^[0-9a-f]{64}(?=  ${relative}$)`, 'm'), digest))
}

const rm = (path: string) => rmSync(join(repository.path, path))

describe('.generated', () => {
  test('says the version, the cluster, its mode and the step of its move', async () => {
    const version = productVersion()
    const said = (migration: object | null, replicas: object) => {
      const state = { mode: 'sidecar-mode', migration, grpcTls: 'off', replicas }
      return `# state: ${JSON.stringify({ format: 1, version, cluster: 'eu-1', ...state })}`
    }
    const replicas = { query: 'fixed', queryFrontend: 'fixed' }
    expect(stateLineOf(repository.read(index))).toBe(said(null, replicas))
    repository.write('clusters/eu-1/cluster.yaml', moving('receivers'))
    expect(await codes()).toEqual([])
    expect(stateLineOf(repository.read(index))).toBe(
      said({ to: 'receive-mode', step: 'receivers' }, { ...replicas, 'receive.router': 'fixed' }),
    )
    expect(stateLineOf(repository.read('overlays/.generated'))).toBe(`# state: {"format":1,"version":"${version}"}`)
  })

  test('is read by sha256sum as before', () => {
    const check = ['--check', '--strict', '--quiet', '.generated']
    expect(execFileSync('sha256sum', check, { cwd: join(repository.path, 'clusters/eu-1'), encoding: 'utf8' })).toBe('')
  })

  test('is a difference, and is written, where only the state line differs', async () => {
    const text = repository.read(index)
    edit(index, (was) => was.replace(/"version":"[^"]*"/, '"version":"0.0.1"'))
    const { differences } = await repository.run({ generatorUrl, names: ['eu-1'], mode: 'check', force: true })
    expect(differences).toMatchObject([{ kind: 'changed', path: index }])
    expect(await codes()).toEqual([])
    expect(repository.read(index)).toBe(text)
  })
})

describe('a change of the mode at once is refused', () => {
  test('as a skipped step, and a change by one step is not', async () => {
    expect(await changedMode()).toEqual(['migration-step-skipped'])
    repository.write('clusters/eu-1/cluster.yaml', moving('receivers'))
    expect(await codes()).toEqual([])
  })

  test('whatever words the page has', async () => {
    asGenerated(readme, (text) => text.replace('\nMode **', '\nRuns in mode **'))
    expect(await changedMode()).toEqual(['migration-step-skipped'])
  })

  test('without the page', async () => {
    rm(readme)
    expect(await changedMode()).toEqual(['migration-step-skipped'])
  })

  test('without .generated', async () => {
    rm(index)
    expect(await changedMode()).toContain('state-missing')
    repository.write('clusters/eu-1/cluster.yaml', yaml('sidecar-mode'))
    expect(await codes()).toEqual(['state-missing'])
  })

  test.each([0, 5, 30, 80])('with .generated cut off after %i characters', async (length) => {
    edit(index, (text) => text.slice(0, length))
    expect(await changedMode()).toContain(length < 8 ? 'state-missing' : 'state-unreadable')
  })

  test('with .generated cut off after the state line', async () => {
    edit(index, (text) => `${stateLineOf(text)}\n`)
    expect(await changedMode()).toContain('migration-step-skipped')
  })

  test('with .generated of another cluster, and in a copied folder', async () => {
    cpSync(join(repository.path, 'clusters/eu-1'), join(repository.path, 'clusters/eu-2'), { recursive: true })
    repository.write('clusters/eu-2/cluster.yaml', yaml('receive-mode', 'eu-2'))
    expect(await codes({ names: ['eu-2'] })).toContain('foreign-state')
    rmSync(join(repository.path, 'clusters/eu-2'), { recursive: true })
    edit(index, (text) => text.replace('"cluster":"eu-1"', '"cluster":"eu-9"'))
    expect(await changedMode()).toEqual(['foreign-state'])
    edit(index, (text) => text.replace(stateLineOf(text), stateLineOf(repository.read('overlays/.generated'))))
    expect(await changedMode()).toEqual(['foreign-state'])
  })

  test.each([
    ['another mode', (text: string) => text.replace('"mode":"sidecar-mode"', '"mode":"sidecar"')],
    ['no mode', (text: string) => text.replace('"mode":"sidecar-mode",', '')],
    ['no step', (text: string) => text.replace(',"migration":null', '')],
    [
      'another step',
      (text: string) => text.replace('"migration":null', '"migration":{"to":"receive-mode","step":"x"}'),
    ],
    ['no format', (text: string) => text.replace('"format":1,', '')],
    ['no version', (text: string) => text.replace(/"version":"[^"]*",/, '')],
    ['a version that is none', (text: string) => text.replace(/"version":"[^"]*"/, '"version":"new"')],
    ['no JSON', (text: string) => text.replace('{"format"', '{format')],
    ['other blanks', (text: string) => text.replace('# state: ', '#state:')],
    ['capitals', (text: string) => text.replace('# state: ', '# State: ')],
  ])('where the state line has %s', async (_what, change) => {
    edit(index, change)
    expect(await changedMode()).toEqual(['state-unreadable'])
  })

  test('by check as well, whose --force is none', async () => {
    rm(readme)
    expect(await changedMode({ mode: 'check', force: true })).toEqual(['migration-step-skipped'])
  })

  test('unless it is forced', async () => {
    edit(index, (text) => text.replace('"mode":"sidecar-mode"', '"mode":"sidecar"'))
    expect(await changedMode({ force: true })).toEqual([])
  })
})

describe('a folder of a newer product', () => {
  test.each([
    ['version', (text: string) => text.replace(/"version":"[^"]*"/, '"version":"99.0.0"')],
    ['format', (text: string) => text.replace('"format":1', '"format":2')],
  ])('is refused by its %s, and replaced by force', async (_what, change) => {
    edit(index, change)
    const before = repository.state()
    expect(await codes()).toEqual(['newer-product'])
    expect(await codes({ assumed: { mode: 'sidecar-mode', migration: null } })).toEqual(['newer-product'])
    expect(await codes({ mode: 'check', force: true })).toEqual(['newer-product'])
    expect(repository.state()).toEqual(before)
    expect(await codes({ force: true })).toEqual([])
    expect(await codes()).toEqual([])
  })

  test('is refused also where it is shared, or where its cluster.yaml is gone', async () => {
    edit('overlays/.generated', (text) => text.replace(/"version":"[^"]*"/, '"version":"99.0.0"'))
    expect(await codes()).toEqual(['newer-product'])
    expect(await codes({ force: true })).toEqual([])
    edit(index, (text) => text.replace(/"version":"[^"]*"/, '"version":"99.0.0"'))
    rm('clusters/eu-1/cluster.yaml')
    expect(await codes({ names: [] })).toEqual(['newer-product'])
    expect(repository.files('clusters/eu-1')).toContain('README.md')
  })
})

describe('after a merge', () => {
  const state = (change: (line: string) => string) => {
    const text = repository.read(index)
    return text.replace(stateLineOf(text), change(stateLineOf(text)))
  }
  const step = (name: string) => state((line) => line.replace('null', `{"to":"receive-mode","step":"${name}"}`))
  const union = (ours: string, base: string, theirs: string) => {
    for (const [name, text] of Object.entries({ ours, base, theirs })) repository.write(`merge/${name}`, text)
    return execFileSync('git', ['merge-file', '-p', '--union', 'ours', 'base', 'theirs'], {
      cwd: join(repository.path, 'merge'),
      encoding: 'utf8',
    })
  }

  test('equal states of two sides are one, also of two versions', async () => {
    const ours = repository.read(index)
    const theirs = state((line) => line.replace(/"version":"[^"]*"/, '"version":"0.0.1"'))
    repository.write(index, `<<<<<<< ours\n${ours}||||||| base\nanything\n=======\n${theirs}>>>>>>> theirs\n`)
    expect(await changedMode()).toEqual(['migration-step-skipped'])
    repository.write('clusters/eu-1/cluster.yaml', yaml('sidecar-mode'))
    expect(await codes()).toEqual([])
    expect(repository.read(index)).toBe(ours)
  })

  test('different states of two sides are refused', async () => {
    const base = repository.read(index)
    repository.write(index, union(step('receivers'), base, step('remote-write')))
    expect(repository.read(index).match(/^# state/gm)).toHaveLength(2)
    expect(await changedMode()).toEqual(['state-conflict'])
  })

  test('the step of one side is kept where the other changed files only', async () => {
    const base = repository.read(index)
    const [ours, theirs] = [step('receivers'), base].map((text, side) =>
      text.replace(/^[0-9a-f]{64}/m, `${side}`.repeat(64)),
    )
    const merged = union(ours ?? '', base, theirs ?? '')
    expect(merged.match(/^# state.*$/gm)).toEqual([stateLineOf(step('receivers'))])
    expect(merged).toMatch(/^0{64} .*\n1{64} /m)
  })

  test.each([
    ['a side without a state', (line: string) => `<<<<<<< ours\n${line}\n=======\n# nothing\n>>>>>>> theirs`],
    ['a conflict without its end', (line: string) => `<<<<<<< ours\n${line}\n=======\n${line}`],
    ['an end without a conflict', (line: string) => `${line}\n>>>>>>> theirs`],
  ])('%s is refused', async (_what, change) => {
    edit(index, (text) => text.replace(stateLineOf(text), change(stateLineOf(text))))
    expect(await changedMode()).toEqual(['state-conflict'])
  })
})

describe('a folder of before the state lines', () => {
  beforeEach(() => {
    asGenerated(readme, () => oldPage())
    edit(index, withoutState)
  })

  test('is taken over by its unedited page', async () => {
    expect(await changedMode()).toEqual(['migration-step-skipped'])
    repository.write('clusters/eu-1/cluster.yaml', moving('receivers'))
    expect(await codes()).toEqual([])
  })

  test('is refused with an edited page', async () => {
    edit(readme, (text) => text.replace('**sidecar-mode**', '**receive-mode**'))
    expect(await changedMode()).toContain('state-missing')
  })

  test('is refused without its page', async () => {
    rm(readme)
    expect(await changedMode()).toEqual(['state-missing'])
  })

  test('is refused where its page was generated with other words', async () => {
    asGenerated(readme, (text) => text.replace('\nMode **', '\nRuns in mode **'))
    expect(await changedMode()).toEqual(['state-missing'])
  })

  test('is refused after a merge of two pages', async () => {
    edit(index, (text) => text.replace(/^(.*)( {2}README\.md)$/m, `$1$2\n${'0'.repeat(64)}$2`))
    expect(await changedMode()).toEqual(['state-missing'])
  })
})

describe('a state that a person says', () => {
  const assume = (assumption: string) => ({ assumed: assumedState(assumption) })

  test('counts where the folder does not say one, and guards as well', async () => {
    rm(index)
    expect(await changedMode(assume('sidecar-mode'))).toContain('migration-step-skipped')
    repository.write('clusters/eu-1/cluster.yaml', moving('remote-write'))
    expect(await codes(assume('sidecar-mode'))).toContain('migration-step-skipped')
    repository.write('clusters/eu-1/cluster.yaml', yaml('sidecar-mode'))
    expect(await codes(assume('receivers'))).toEqual(['tenants-not-deduplicated'])
    expect(await codes(assume('sidecar-mode'))).toEqual([])
    expect(await changedMode()).toEqual(['migration-step-skipped'])
  })

  test('never counts against what the folder says', async () => {
    expect(await changedMode(assume('receive-mode'))).toEqual(['state-known'])
    expect(await changedMode(assume('new'))).toEqual(['state-known'])
  })

  test('does not replace what was edited by hand', async () => {
    edit(index, (text) => text.replace('"mode":"sidecar-mode"', '"mode":"sidecar"'))
    edit(readme, (text) => `${text}mine\n`)
    expect(await codes(assume('sidecar-mode'))).toEqual(['generated-file-edited'])
  })
})
