import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../../../..')
let path: Promise<string> | undefined

/** The kustomize binary in the pinned version; it is built first where it is missing. */
export function kustomizePath(): Promise<string> {
  path ??= prepared()
  return path
}

/** Started as a program: foundation libraries do not import tools. */
async function prepared(): Promise<string> {
  const args = ['tools/cli-tools/src/main.ts', 'kustomize']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  const program = /^kustomize .* (\S+)$/m.exec(stdout)?.[1]
  if (program === undefined) throw new Error(`no kustomize in: ${stdout}`)
  return resolve(root, program)
}
