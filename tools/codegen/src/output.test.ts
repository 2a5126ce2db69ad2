import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { expect, it } from 'vitest'
import { stale } from './output.ts'

it('names files whose text differs and files that are not there', async () => {
  const known = 'libs/kubernetes/src/generated/kinds.ts'
  const text = await readFile(path.join(repositoryRoot, known), 'utf8')
  const changed = { path: known, text: `${text}// more\n` }
  const missing = { path: 'libs/kubernetes/src/generated/no-such-file.ts', text: '' }
  expect(await stale([{ path: known, text }, changed, missing])).toEqual([changed, missing])
})
