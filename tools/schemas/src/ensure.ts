import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from '@thanos-fleet/cli-tools'
import type { JsonObject } from '@thanos-fleet/json'
import { logProgress, outputProgress, type Progress } from '@thanos-fleet/text/progress'
import { customResourceSchemas } from './crd.ts'
import { enumsInSource, generatedOpenApi, withEnums } from './enums.ts'
import { objectAt, objectsIn, parseObject } from './json.ts'
import { schemaFile } from './kind.ts'
import { generation, generationDir, schemasDir } from './locations.ts'
import { crdDir, kubernetesSwagger, moduleDir } from './modules.ts'
import { customResourceModules, kubernetesVersions, newestKubernetes } from './pins.ts'
import { kubernetesSchemas, type KindSchema, strictDefinitions } from './swagger.ts'

export interface EnsureSchemasOptions {
  /** Receives a line per event; without it they go to stderr. */
  readonly log?: ((line: string) => void) | undefined
}

/**
 * Makes the schemas of all supported Kubernetes versions and custom resources, unless they are there already: then it
 * needs neither Go nor a network. Throws an Error when a module cannot be downloaded or has lost its schemas.
 */
export async function ensureSchemas(options: EnsureSchemasOptions = {}): Promise<void> {
  if (existsSync(generationDir())) return
  const progress = options.log === undefined ? outputProgress(process.stderr) : logProgress(options.log)
  try {
    const waiting = () => progress.line('waiting for another process that makes schemas')
    await withLock(`${schemasDir()}.lock`, () => makeSchemas(progress), waiting)
  } finally {
    progress.stop()
  }
}

async function makeSchemas(progress: Progress): Promise<void> {
  if (existsSync(generationDir())) return
  const partial = path.join(schemasDir(), `partial-${process.pid}`)
  await rm(partial, { recursive: true, force: true })
  try {
    for (const version of kubernetesVersions) await makeKubernetes(version, partial, progress)
    await makeCustomResources(partial, progress)
    await rename(partial, generationDir())
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
  const outdated = (await readdir(schemasDir())).filter((name) => name !== generation && !name.startsWith('partial-'))
  await Promise.all(outdated.map((name) => rm(path.join(schemasDir(), name), { recursive: true, force: true })))
}

async function makeKubernetes(version: string, dir: string, progress: Progress): Promise<void> {
  progress.status('schemas', `Kubernetes ${version}`)
  const schemas = kubernetesSchemas(await readDefinitions(version))
  await write(path.join(dir, 'kubernetes', `v${version}`), schemas)
  progress.line(`schemas of Kubernetes ${version}: ${schemas.length}`)
}

async function makeCustomResources(dir: string, progress: Progress): Promise<void> {
  const definitions = strictDefinitions(await readDefinitions(newestKubernetes()))
  for (const module of customResourceModules) {
    progress.status('schemas', module)
    const folder = await crdDir(module)
    const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
    const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))
    const schemas = texts.flatMap((text) => customResourceSchemas(text, definitions))
    if (schemas.length === 0) throw new Error(`${folder} holds no CustomResourceDefinition any more`)
    await write(path.join(dir, 'custom-resources'), schemas)
    progress.line(`schemas of ${module}: ${schemas.length}`)
  }
  progress.status('schemas', '')
}

async function readDefinitions(version: string): Promise<Record<string, JsonObject>> {
  const file = await kubernetesSwagger(version)
  const generated = path.join(await moduleDir('k8s.io/kubernetes', version), generatedOpenApi)
  const [swagger, source] = await Promise.all([readFile(file, 'utf8'), readFile(generated, 'utf8')])
  const definitions = objectsIn(objectAt(parseObject(swagger, file), 'definitions'))
  return withEnums(definitions, enumsInSource(source))
}

async function write(dir: string, schemas: readonly KindSchema[]): Promise<void> {
  await Promise.all(
    schemas.map(async (kind) => {
      const file = path.join(dir, schemaFile(kind))
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify(kind.schema))
    }),
  )
}
