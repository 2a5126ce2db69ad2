import path from 'node:path'
import { goEnvironment, repositoryRoot } from '@thanos-fleet/cli-tools'
import { $ } from 'zx'
import { parseObject, textAt } from './json.ts'
import {
  customResourceFolders,
  type CustomResourceModule,
  customResourcePins,
  kubernetesModule,
  newestKubernetes,
  type SchemaModule,
} from './pins.ts'

const downloads = new Map<string, Promise<string>>()

/**
 * Absolute folder of a pinned module's files in Go's module cache, read-only; downloaded when it is not there yet.
 * Go verifies it against its checksum database. Throws an Error when Go is missing or the download fails.
 * @param kubernetesVersion which Kubernetes (`1.37.2`); the newest supported one by default
 */
export function moduleDir(module: SchemaModule, kubernetesVersion = newestKubernetes()): Promise<string> {
  const pinned = customResourcePins.find((pin) => pin.module === module)?.version
  const version = module === kubernetesModule ? `v${kubernetesVersion}` : pinned
  if (version === undefined) throw new Error(`tools/schemas/pins/custom-resources/go.mod does not pin ${module}`)
  const query = `${module}@${version}`
  const download = downloads.get(query) ?? downloadModule(query)
  downloads.set(query, download)
  return download
}

async function downloadModule(query: string): Promise<string> {
  const env = await goEnvironment(`schemas from ${query}`)
  // outside of any module: only this one zip is wanted, not what it requires
  const answer = await $({ quiet: true, nothrow: true, cwd: repositoryRoot, env })`go mod download -json ${query}`
  const result = answer.stdout === '' ? {} : parseObject(answer.stdout, 'the answer of go mod download')
  const dir = textAt(result, 'Dir')
  if (dir === undefined) throw new Error(`downloading ${query} failed: ${textAt(result, 'Error') ?? answer.stderr}`)
  return dir
}

/** Absolute path of the OpenAPI 2 document of a supported Kubernetes version (`1.37.2`; the newest by default). */
export async function kubernetesSwagger(version = newestKubernetes()): Promise<string> {
  return path.join(await moduleDir(kubernetesModule, version), 'api/openapi-spec/swagger.json')
}

/** Absolute folder with the CustomResourceDefinitions of a module, one or more `*.yaml` files. */
export async function crdDir(module: CustomResourceModule): Promise<string> {
  return path.join(await moduleDir(module), customResourceFolders[module])
}
