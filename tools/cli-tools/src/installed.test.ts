import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { goEnvironment, isSupportedGo, withoutDirect } from './go.ts'
import { onPath } from './installed.ts'
import { pinOf } from './pins.ts'
import { findVersion } from './reported-version.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'cli-tools-test-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(dir, { recursive: true, force: true })
})

async function putOnPath(name: string, output: string): Promise<string> {
  const program = path.join(dir, name)
  await writeFile(program, `#!/bin/sh\necho '${output}'\n`)
  await chmod(program, 0o755)
  vi.stubEnv('PATH', `${dir}${path.delimiter}${process.env['PATH'] ?? ''}`)
  return program
}

it('uses a tool on PATH that reports exactly the pinned version', async () => {
  const pin = await pinOf('kustomize')
  const program = await putOnPath('kustomize', `v${pin.version}`)
  expect(await onPath(pin)).toBe(program)
})

it('does not use another version, nor a tool that does not say', async () => {
  const pin = await pinOf('kustomize')
  await putOnPath('kustomize', `v${pin.version}9`)
  expect(await onPath(pin)).toBeUndefined()
  await putOnPath('kustomize', 'devel')
  expect(await onPath(pin)).toBeUndefined()
})

it.each([
  ['v5.8.1\n', '5.8.1'],
  ['promtool, version 3.14.0 (branch: , revision: unknown)\n  go version: go1.26.8', '3.14.0'],
  ['kube-score version: v1.20.0, commit: N/A', '1.20.0'],
  ['thanos, version 0.43.0-rc.1 (branch', '0.43.0-rc.1'],
  ['development', undefined],
])('reads the version in %j', (text, version) => {
  expect(findVersion(text)).toBe(version)
})

it('knows which Go is new enough', () => {
  const supported = (release: string) => isSupportedGo(`go version ${release} linux/amd64`)
  expect(['go1.25.9', 'go1.26.0', 'go1.27rc1', 'go2.0'].map(supported)).toEqual([false, true, true, true])
})

it('says what needs Go when there is none', async () => {
  vi.stubEnv('PATH', dir)
  await expect(goEnvironment('kustomize')).rejects.toThrow(/Go 1\.26 or newer is needed to build kustomize/)
})

it('never falls back from the module proxy to version control hosts', () => {
  expect(withoutDirect('https://proxy.example,direct')).toBe('https://proxy.example')
  expect(withoutDirect('https://a.example|https://b.example')).toBe('https://a.example|https://b.example')
})
