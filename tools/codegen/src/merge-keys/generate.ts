import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { goEnvironment, parseRequirements, repositoryRoot, requirementOf } from '@thanos-fleet/cli-tools'
import { type GeneratedFile, type Generator, header } from '../output.ts'
import { type MergedField, mergedTypes } from './merged.ts'
import { type Definition, readDefinitions } from './openapi.ts'

const library = 'sigs.k8s.io/kustomize/kyaml'
const goModule = path.join(repositoryRoot, 'tools/go/manifests')

/** How lists are merged, from the OpenAPI document that the pinned Kustomize carries. */
export const mergeKeys: Generator = { name: 'merge-keys', generate: async () => [await generateMergeKeys()] }

async function generateMergeKeys(): Promise<GeneratedFile> {
  const { version } = requirementOf(library, parseRequirements(await readFile(path.join(goModule, 'go.mod'), 'utf8')))
  const folder = path.join(await libraryDir(), 'openapi/kubernetesapi')
  const [release] = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  if (release === undefined) throw new Error(`${library} carries no OpenAPI document any more`)
  const definitions = readDefinitions(await readFile(path.join(folder, release.name, 'swagger.pb')))
  const text = `${header(`the OpenAPI document ${release.name} in ${library} ${version}`)}${tables(definitions)}`
  return { path: 'libs/kustomize/src/generated/merge-keys.ts', text }
}

async function libraryDir(): Promise<string> {
  const env = await goEnvironment(library)
  const arguments_ = ['mod', 'download', '-json', library]
  const { stdout } = await promisify(execFile)('go', arguments_, { cwd: goModule, env })
  const answer: unknown = JSON.parse(stdout)
  if (typeof answer === 'object' && answer !== null && 'Dir' in answer && typeof answer.Dir === 'string')
    return answer.Dir
  throw new Error(`go mod download does not say where ${library} is`)
}

/** The two tables: types of kinds, and fields of types. */
export function tables(definitions: readonly Definition[]): string {
  const types = mergedTypes(definitions)
  const kinds = definitions.flatMap(({ name, kinds: used }) => {
    const single = used.length === 1 && types.has(name) ? used : []
    return single.map(
      ({ group, version, kind }) => `  '${group === '' ? '' : `${group}/`}${version} ${kind}': '${name}',`,
    )
  })
  return [
    `import type { TypeSchema } from '../schema-types.ts'\n`,
    `/** apiVersion and kind, with a space between, to the type's name. */`,
    `export const kinds: Readonly<Record<string, string>> = {`,
    ...kinds.sort(),
    '}\n',
    '/** Types with a list that is merged somewhere below them. */',
    `export const types: Readonly<Record<string, TypeSchema>> = {`,
    ...[...types]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, merged]) => [`  '${name}': {`, ...merged.map(line), '  },']),
    '}\n',
  ].join('\n')
}

function line({ name, merge, of }: MergedField): string {
  const parts = [
    ...(merge === undefined ? [] : [`merge: [${merge.map((key) => `'${key}'`).join(', ')}]`]),
    ...(of === undefined ? [] : [`of: '${of}'`]),
  ]
  return `    ${name}: { ${parts.join(', ')} },`
}
