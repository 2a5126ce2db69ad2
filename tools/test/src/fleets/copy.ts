import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What follows from a fleet, and is generated where it is missing. No test reads it here, not even to copy it. */
const ofFleet = /^(clusters|overlays\/gitops)\//

/**
 * Copies what Git knows of the working tree into a temporary folder, with other clusters in place of those that are
 * there, as a repository of its own: a fork. Packages and tools are shared by links.
 *
 * @param clusters texts of `cluster.yaml` by the names of their folders
 * @returns the folder, which the caller removes
 */
export function fork(root: string, clusters: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'thanos-fleet-fork-')))
  for (const path of listed(root)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(root, path), join(folder, path))
  }
  for (const [name, text] of Object.entries(clusters)) {
    mkdirSync(join(folder, 'clusters', name), { recursive: true })
    writeFileSync(join(folder, 'clusters', name, 'cluster.yaml'), text)
  }
  linkPackages(root, folder)
  if (existsSync(join(root, '.tools'))) symlinkSync(realpathSync(join(root, '.tools')), join(folder, '.tools'))
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all')
  return folder
}

/** Files that are committed or about to be, without the fleet, what was deleted, and links to tools. */
function listed(root: string): string[] {
  const paths = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  const isFile = (path: string) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true
  return [...new Set(paths)].filter((path) => path !== '' && !ofFleet.test(path) && isFile(path))
}

/** Links each package, since one link to all would resolve those of the workspace to the sources of `root`. */
function linkPackages(root: string, folder: string): void {
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@thanos-fleet'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules'))) {
    // Caches know the folder that they are in.
    if (name === '@thanos-fleet' || name === '.cache' || name.startsWith('.vite')) continue
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
  for (const name of readdirSync(join(root, 'node_modules/@thanos-fleet'))) {
    const library = realpathSync(join(root, 'node_modules/@thanos-fleet', name))
    const copy = library.replace(realpathSync(root), folder)
    symlinkSync(copy, join(modules, '@thanos-fleet', name))
    // A version of a package that differs from that of others is beside the library that wants it.
    const own = join(library, 'node_modules')
    if (existsSync(own)) symlinkSync(own, join(copy, 'node_modules'))
  }
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 })
}
