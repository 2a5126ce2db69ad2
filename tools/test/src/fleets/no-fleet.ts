/**
 * Loaded before each test file, and by the programs that tests start: reading what belongs to the team of a fork, its
 * clusters and what follows from all of them, is an error. No test may pass or fail by which clusters there are.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(import.meta.dirname, '../../../..')
const folders = ['clusters', 'overlays/gitops'].map((folder) => join(root, folder))

const functions = [
  ['accessSync', 'copyFileSync', 'cpSync', 'existsSync', 'lstatSync', 'openSync', 'opendirSync', 'readdirSync'],
  ['readFileSync', 'readlinkSync', 'realpathSync', 'statSync', 'createReadStream'],
  ['access', 'copyFile', 'cp', 'lstat', 'open', 'opendir', 'readdir', 'readFile', 'readlink', 'realpath', 'stat'],
].flat()

for (const library of [fs, fs.promises]) for (const name of functions) guard(library, name)
syncBuiltinESMExports()

// Programs that tests start inherit the guard, and so do the threads of these.
const option = `--import=${import.meta.url}`
const options = process.env['NODE_OPTIONS'] ?? ''
if (!options.includes(option)) process.env['NODE_OPTIONS'] = `${options} ${option}`.trim()

function guard(library: object, name: string): void {
  const original: unknown = Reflect.get(library, name)
  if (typeof original !== 'function') return
  const guarded = (...args: unknown[]): unknown => {
    refuse(args[0])
    return Reflect.apply(original, library, args)
  }
  // Such as `realpathSync.native`.
  Reflect.set(library, name, Object.assign(guarded, original))
}

function refuse(path: unknown): void {
  const text = path instanceof URL ? fileURLToPath(path) : String(path)
  const absolute = resolve(text)
  if (!folders.some((folder) => absolute === folder || absolute.startsWith(`${folder}/`))) return
  throw new Error(
    `${absolute} is the fleet's, which a fork replaces: take a cluster from @thanos-fleet/cluster-spec/testing`,
  )
}
