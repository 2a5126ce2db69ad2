import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gen } from '../fleet.ts'
import { type Command, timed } from '../process.ts'
import { measure, type Subject } from '../rounds.ts'
import type { CaseOptions, Comparison } from './case.ts'

/** A run over a fleet that is generated and committed, against what Git needs to see that nothing has changed. */
export async function nothingToDo({ clusters, create, rounds, log }: CaseOptions): Promise<Comparison> {
  const fleet = create()
  const git = (...args: string[]): Command => ({ program: 'git', args: ['-C', fleet.folder, ...args] })
  const overlays = gen(fleet, 'overlays')
  await timed(overlays)
  await commitAll(fleet.folder, git)
  const subjects: Subject[] = [
    { name: 'gen overlays', command: () => overlays, node: true },
    { name: 'git status --porcelain', command: () => git('status', '--porcelain'), node: false },
    { name: 'start of Node alone', command: () => ({ program: process.execPath, args: ['--eval', ''] }), node: true },
  ]
  return { task: 'nothing to do', clusters, measured: await measure(subjects, { rounds, log }) }
}

async function commitAll(folder: string, git: (...args: string[]) => Command): Promise<void> {
  if (!existsSync(join(folder, '.git'))) await timed(git('init', '--quiet'))
  writeFileSync(join(folder, '.gitignore'), '*.tmp\n')
  await timed(git('add', '--all'))
  const author = ['-c', 'user.name=benchmark', '-c', 'user.email=benchmark@example.com']
  await timed(git(...author, 'commit', '--quiet', '--allow-empty', '--message', 'Generated'))
  // The first status after a commit writes the index again.
  await timed(git('status', '--porcelain'))
}
