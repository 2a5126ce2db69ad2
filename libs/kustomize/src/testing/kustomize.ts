import { isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { parseAllDocuments } from 'yaml'
import type { Files } from '../state.ts'
import { kustomizePath } from './tools.ts'

const run = promisify(execFile)

/** What one run of the real `kustomize build` printed. */
export interface Build {
  objects: KubeObject[]
  stderr: string
}

/**
 * Writes folders below a fresh temporary one and builds one of them.
 *
 * @param folders folder to its files
 * @throws when kustomize fails, with its message
 */
export async function build(folders: ReadonlyMap<string, Files>, target: string): Promise<Build> {
  const root = await mkdtemp(join(tmpdir(), 'kustomize-'))
  try {
    await write(root, folders)
    const { stdout, stderr } = await run(await kustomizePath(), ['build', target], { cwd: root, maxBuffer: 2 ** 28 })
    return { objects: objectsIn(stdout), stderr }
  } finally {
    await rm(root, { recursive: true })
  }
}

async function write(root: string, folders: ReadonlyMap<string, Files>): Promise<void> {
  const made = new Set<string>()
  for (const [folder, files] of folders) {
    for (const [path, text] of files) {
      const file = join(root, folder, path)
      if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true })
      made.add(dirname(file))
      await writeFile(file, text)
    }
  }
}

/** The documents of a YAML stream, read as YAML 1.1 like Kubernetes' own tools do. */
function objectsIn(text: string): KubeObject[] {
  return [...parseAllDocuments(text, { version: '1.1', merge: false })].map((document) => {
    const object: unknown = document.toJS()
    if (!isKubeObject(object)) throw new Error(`not an object of Kubernetes: ${JSON.stringify(object)}`)
    return object
  })
}
