import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../../../..')
/** promtool makes a database for every unit test: in memory, where there is such a place, that is several times as fast. */
export const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
let path: Promise<string> | undefined

/** What promtool says, and whether it is content. It is of the pinned version, and is built first where it is missing. */
export async function promtool(directory: string, ...args: string[]): Promise<{ ok: boolean; output: string }> {
  path ??= prepared()
  const program = await path
  return new Promise((done) => {
    execFile(
      program,
      args,
      { cwd: directory, maxBuffer: 2 ** 26, env: { ...process.env, TMPDIR: scratch } },
      (error, stdout, stderr) => {
        done({ ok: error === null, output: `${stdout}${stderr}` })
      },
    )
  })
}

/** Started as a program: libraries do not import tools. */
async function prepared(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/cli-tools/src/main.ts', 'promtool'], {
    cwd: root,
  })
  const program = /^promtool .* (\S+)$/m.exec(stdout)?.[1]
  if (program === undefined) throw new Error(`no promtool in: ${stdout}`)
  return resolve(root, program)
}
