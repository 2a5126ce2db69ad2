import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import { crdDir } from '@thanos-fleet/schemas'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'

type Module = Parameters<typeof crdDir>[0]

/** What a cluster must know before the stack can be applied, as its README says. */
export async function definitionsFor({ ingress, grpcTls }: ClusterSpec): Promise<KubeObject[]> {
  return [
    // Also with a Gateway: authentication is then a Middleware.
    ...(ingress === null ? [] : await definitions('github.com/traefik/traefik/v3', /^traefik\.io_.*\.yaml$/)),
    ...(ingress?.kind === 'Gateway' ? await definitions('sigs.k8s.io/gateway-api', /\.yaml$/) : []),
    ...(grpcTls === null ? [] : await definitions('github.com/cert-manager/cert-manager', /_certificates\.yaml$/)),
  ]
}

/** The CustomResourceDefinitions of a pinned module: the API server checks our objects by its own. */
async function definitions(module: Module, files: RegExp): Promise<KubeObject[]> {
  const folder = await crdDir(module)
  return readdirSync(folder)
    .filter((name) => files.test(name))
    .flatMap((name) =>
      parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map((document) => document.toJS() as unknown),
    )
    .filter(isKubeObject)
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
}
