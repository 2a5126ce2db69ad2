import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { $ } from 'zx'
import type { Pin } from './pins.ts'

const page = '<!doctype html><title>This build has no web interface</title>\n'

/** A go.mod to build with in place of the committed one, and how to remove what it needed. */
export interface PlaceholderModule {
  readonly goMod: string
  remove: () => Promise<void>
}

/**
 * Copies a tool's module out of the read-only module cache and puts a page into the folder it embeds but does not ship
 * (a web interface that its release process builds). The returned go.mod replaces the module by the copy.
 */
export async function placeholderModule(pin: Pin, embed: string, env: NodeJS.ProcessEnv): Promise<PlaceholderModule> {
  const dir = await mkdtemp(path.join(tmpdir(), 'cli-tools-'))
  const source = path.join(dir, 'source')
  const goMod = path.join(dir, 'go.mod')
  const run = $({ quiet: true, cwd: pin.dir, env })
  await run`go mod download ${pin.provider}`
  const found = await run`go list -m -f ${'{{.Dir}}'} ${pin.provider}`
  await run`cp -R ${found.stdout.trim()} ${source} && chmod -R u+w ${source}`
  await mkdir(path.join(source, embed), { recursive: true })
  await writeFile(path.join(source, embed, 'index.html'), page)
  await Promise.all(['go.mod', 'go.sum'].map((file) => cp(path.join(pin.dir, file), path.join(dir, file))))
  await run`go mod edit -replace ${`${pin.provider}=${source}`} ${goMod}`
  return { goMod, remove: async () => void (await $`rm -rf ${dir}`) }
}
