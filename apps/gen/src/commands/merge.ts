import { place } from '@thanos-fleet/product'
import { defineCommand } from 'citty'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { Git } from '../merge/git.ts'
import { merge, type Merged, type MergeOptions } from '../merge/merge.ts'
import { generatedFolders } from '../merge/side.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics, printError } from '../output/output.ts'
import { commonArgs, formatOf, onlyName, repositoryOf } from './common.ts'

/** `gen merge`: a merge of Git without conflicts in what is generated. */
export default defineCommand({
  meta: { name: 'merge', description: 'Merge a branch or a release, and generate again what both sides generated' },
  args: {
    format: commonArgs.format,
    repository: commonArgs.repository,
    commit: { type: 'positional', description: 'The branch, tag or commit to merge', required: true },
    release: {
      type: 'boolean',
      default: false,
      description: 'It is a release of the product: its clusters are examples, those here stay as they are',
    },
  },
  run({ args }) {
    onlyName(args._, 'commit')
    const repository = repositoryOf(args.repository)
    const options = { name: args.commit, release: args.release }
    const merged = merge(new Git(repository), options)
    process.exitCode =
      merged.kind === 'merged' ? finish(repository, merged, options) : tell(merged, formatOf(args.format))
  },
})

const gen = place.packaged ? 'npx thanos-fleet' : 'npm run gen --'
const next = `${gen} overlays && git add --all ${generatedFolders.join(' ')} && git commit`

function tell(merged: Exclude<Merged, { kind: 'merged' }>, format: ReturnType<typeof formatOf>): ExitCode {
  switch (merged.kind) {
    case 'refused':
      printError(`${merged.reason} ${merged.remedy}\n`)
      return exitCode.usage
    case 'edited':
      printDiagnostics(merged.diagnostics, format)
      return exitCodeOf(merged.diagnostics)
    case 'failed':
      printError(`Git cannot merge: ${merged.reason}\n`)
      return exitCode.fileSystem
    case 'nothing':
      print('Nothing to merge: it is merged already.\n')
      return exitCode.ok
  }
}

/** Generates with the program that the merge brought, which is another than the one that runs. */
function finish(repository: string, merged: Extract<Merged, { kind: 'merged' }>, { name }: MergeOptions): ExitCode {
  for (const note of merged.notes) print(`${note}\n`)
  if (merged.conflicts.length > 0) {
    for (const path of merged.conflicts) printError(`conflict: ${path}\n`)
    const packages = merged.newPackages ? 'npm ci && ' : ''
    printError(`Nothing generated is among them. Resolve and \`git add\` them, then: ${packages}${next}\n`)
    return exitCode.differences
  }
  const failed = generate(repository, merged.newPackages)
  if (failed !== undefined) {
    printError(`${name} is merged, but not generated. Mend what is said above, then: ${next}\n`)
    printError('Or leave it: git merge --abort\n')
    return failed
  }
  new Git(repository).run(['add', '--all', '--', ...generatedFolders])
  print(`${name} is merged and generated, not committed. Read the changes (docs/upgrading.md), then: git commit\n`)
  return exitCode.ok
}

function generate(repository: string, newPackages: boolean): ExitCode | undefined {
  const program = place.packaged ? process.argv[1] : join(place.root, 'apps/gen/src/main.ts')
  const start = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: repository, stdio: 'inherit' }).status
  if (newPackages && start('npm', ['ci']) !== 0) return exitCode.fileSystem
  const status = start(process.execPath, [program ?? '', 'overlays', '--repository', repository])
  if (status === 0) return undefined
  return Object.values(exitCode).find((code) => code === status) ?? exitCode.internal
}
