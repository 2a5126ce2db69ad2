import { isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import { crdDir } from '@thanos-fleet/schemas'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'

/** Traefik's own definitions of its custom resources, from the pinned module: the API server checks our objects by them. */
export async function traefikDefinitions(): Promise<KubeObject[]> {
  const folder = await crdDir('github.com/traefik/traefik/v3')
  const files = readdirSync(folder).filter((name) => /^traefik\.io_.*\.yaml$/.test(name))
  return files
    .flatMap((name) =>
      parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map((document) => document.toJS() as unknown),
    )
    .filter(isKubeObject)
}
