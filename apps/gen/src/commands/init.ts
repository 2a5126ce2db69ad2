import { place, productVersion } from '@thanos-fleet/product'
import { defineCommand } from 'citty'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { obstacleAbove } from '../files/guard.ts'
import { problem } from '../files/problems.ts'
import { errorCode } from '../files/tree.ts'
import { listClusters } from '../fleet/list-clusters.ts'
import type { Pinned } from '../init/manifest.ts'
import { planInit, type PlannedFile } from '../init/plan.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics } from '../output/output.ts'
import { commonArgs, formatOf } from './common.ts'

/** `thanos-fleet init`: a repository of one's own, without the product's sources. */
export default defineCommand({
  meta: { name: 'init', description: 'Set up a new repository; existing files are kept' },
  args: {
    format: commonArgs.format,
    repository: { type: 'string', valueHint: 'folder', description: 'The folder; default: the current one' },
    package: {
      type: 'string',
      valueHint: 'version or tarball',
      description: 'The version in package.json; default: what npx was given, or the version of this package',
    },
  },
  run({ args }) {
    const repository = resolve(args.repository ?? '.')
    const product = args.package ?? packageOfNpx(process.env) ?? productVersion()
    process.exitCode = init(repository, specifier(product), args.format)
  },
})

function init(repository: string, product: string, format: string): ExitCode {
  const clusters = listClusters(repository)
  const { files, diagnostics } = planInit({
    folder: repository,
    product,
    pinned: pinnedPackages(),
    hasClusters: clusters.names.length > 0,
    read: (path) => (existsSync(join(repository, path)) ? readFileSync(join(repository, path), 'utf8') : undefined),
    template: (path) => readFileSync(join(place.root, 'apps/gen/templates', path), 'utf8'),
  })
  const folders = files.map(({ path }) => dirname(path)).filter((folder) => folder !== '.')
  const obstacles = folders.flatMap((folder) => obstacleAbove(repository, folder) ?? [])
  const found = [...clusters.diagnostics, ...diagnostics, ...obstacles]
  if (found.length === 0) found.push(...files.flatMap((file) => write(repository, file) ?? []))
  if (found.length > 0) {
    printDiagnostics(found, formatOf(format))
    return exitCodeOf(found)
  }
  for (const { path, action } of files) print(`${action.padEnd(7)}  ${path}\n`)
  print('\nNext: npm install, npx nx run gen:overlays, npx nx run gen:validate; then commit the result.\n')
  return exitCode.ok
}

function write(repository: string, { path, text, action }: PlannedFile) {
  if (action === 'kept') return undefined
  try {
    mkdirSync(dirname(join(repository, path)), { recursive: true })
    writeFileSync(join(repository, path), text)
    return undefined
  } catch (error) {
    return problem.unwritable(path, errorCode(error))
  }
}

/** The versions that this release is tested with. */
function pinnedPackages(): Pinned {
  const read: { devDependencies: Pinned } = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8'))
  return read.devDependencies
}

/** What `npx --package=…` was given; npm hands its options on to the programs that it starts. */
function packageOfNpx({ npm_command: command, npm_config_package: said }: NodeJS.ProcessEnv): string | undefined {
  return command === 'exec' && said !== undefined && said !== '' && !said.includes('\n') ? said : undefined
}

/** As package.json writes it: the version of `thanos-fleet@0.1.0`, or a tarball as a file. */
function specifier(said: string): string {
  const version = said.replace(/^thanos-fleet@/, '')
  return /^[^:]*\.tgz$/.test(version) ? `file:${version.replace(/^\.\//, '')}` : version
}
