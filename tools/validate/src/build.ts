import { isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import { parseAllDocuments } from 'yaml'
import type { Failure } from './failure.ts'
import { run } from '@thanos-fleet/cli-tools'

/** What `kustomize build` made of a cluster's folder. */
export interface BuiltCluster {
  text: string
  objects: KubeObject[]
  failures: Failure[]
}

/** Builds a folder with the real kustomize. Anything on stderr is a failure: kustomize warns there of what it drops. */
export async function build(kustomize: string, cluster: string, folder: string): Promise<BuiltCluster> {
  const { code, stdout, stderr } = await run(kustomize, ['build', folder])
  const failures: Failure[] =
    code === 0 && stderr === ''
      ? []
      : [{ cluster, check: 'kustomize', subject: folder, message: stderr.trim() || `exit code ${code}` }]
  return { text: stdout, objects: code === 0 ? parse(stdout) : [], failures }
}

function parse(text: string): KubeObject[] {
  return parseAllDocuments(text).flatMap((document) => {
    const value: unknown = document.toJS()
    return isKubeObject(value) ? [value] : []
  })
}
