import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '@thanos-fleet/cli-tools'
import { writeArchive } from './oci.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oci-test-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

it('is an image layout whose digests are those of its blobs, under the reference given', async () => {
  const archive = await archiveOf('one')
  const index = JSON.parse(await read(archive, './index.json')) as {
    manifests: { digest: string; annotations: Record<string, string> }[]
  }
  const [manifest] = index.manifests
  expect(manifest?.annotations['io.containerd.image.name']).toBe('example.com/tool:1')
  const text = await read(archive, `./blobs/sha256/${manifest?.digest.replace('sha256:', '') ?? ''}`)
  expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(manifest?.digest)
})

it('has the program as its entry point, and gives the same bytes for the same files', async () => {
  const [one, other] = [await archiveOf('one'), await archiveOf('other')]
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
  expect(readFileSync(one).toString('latin1')).toContain('"Entrypoint":["/bin/tool"]')
})

it('has what a link points to, as libraries are installed', async () => {
  const [library, link] = [join(folder, 'library.so.1.2'), join(folder, 'library.so.1')]
  writeFileSync(library, 'the library')
  symlinkSync(library, link)
  const archive = join(folder, 'linked.tar')
  await writeArchive(
    { reference: 'example.com/tool:1', program: library, name: 'tool', files: { [link]: 'lib/library.so.1' } },
    archive,
  )
  expect(readFileSync(archive).toString('latin1').split('the library')).toHaveLength(3)
})

it('gives the same bytes under any umask, so that containers of any user can read their files', async () => {
  const usual = await archiveOf('usual')
  const before = process.umask(0o077)
  try {
    expect(readFileSync(await archiveOf('strict')).equals(readFileSync(usual))).toBe(true)
  } finally {
    process.umask(before)
  }
})

async function archiveOf(name: string): Promise<string> {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/false\n')
  await writeArchive(
    { reference: 'example.com/tool:1', program, name: 'tool', files: { [program]: 'lib/library' } },
    join(folder, `${name}.tar`),
  )
  return join(folder, `${name}.tar`)
}

async function read(archive: string, path: string): Promise<string> {
  return (await run('tar', ['-xOf', archive, path])).stdout
}
