import { succeed } from '@thanos-fleet/cli-tools'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stage, type StageOptions } from './stage.ts'

/** A package that npm made. */
export interface Tarball {
  /** Absolute path. */
  path: string
  /** Bytes, packed and unpacked. */
  size: number
  unpackedSize: number
  /** Number of files. */
  entryCount: number
}

/** Makes the package in a folder: `package/` with its files, and the tarball beside it. */
export async function pack(folder: string, options: StageOptions = {}): Promise<Tarball> {
  const content = join(folder, 'package')
  mkdirSync(folder, { recursive: true })
  await stage(content, options)
  const { stdout } = await succeed('npm', ['pack', content, '--json', '--ignore-scripts', '--pack-destination', folder])
  const said: (Omit<Tarball, 'path'> & { filename: string })[] = Object.values(JSON.parse(stdout))
  const [packed] = said
  if (packed === undefined) throw new Error(`npm pack made nothing: ${stdout}`)
  const { filename, size, unpackedSize, entryCount } = packed
  return { path: join(folder, filename), size, unpackedSize, entryCount }
}
