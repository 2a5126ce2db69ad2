import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { crdDir } from '@thanos-fleet/schemas'
import { parseAllDocuments } from 'yaml'
import type { GeneratedFile, Generator } from '../output.ts'
import { newProject, textOf } from '../typescript.ts'
import { type CustomKinds, customKinds } from './config.ts'
import { type Definition, isDefinition, type Schema } from './schema.ts'
import { Shapes } from './shapes.ts'

const folder = 'libs/kubernetes/src/generated'

/** Types of custom resources, from the CustomResourceDefinitions in the pinned Go modules. */
export const customResources: Generator = { name: 'custom-resources', generate: generateCustomResources }

async function generateCustomResources(): Promise<GeneratedFile[]> {
  const files = await Promise.all(
    customKinds.map(async (entry) => {
      return {
        path: `${folder}/${entry.file}.ts`,
        text: typesText(entry, await definitionsIn(await crdDir(entry.module))),
      }
    }),
  )
  return [...files, { path: `${folder}/custom-resources.ts`, text: indexText() }]
}

async function definitionsIn(dir: string): Promise<Definition[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.yaml')).sort()
  const texts = await Promise.all(names.map(async (name) => readFile(path.join(dir, name), 'utf8')))
  return texts
    .flatMap((text) => parseAllDocuments(text).map((document): unknown => document.toJS()))
    .filter(isDefinition)
}

/** One exported type a kind, and the types that several places share. */
export function typesText(entry: CustomKinds, definitions: readonly Definition[]): string {
  const shapes = new Shapes()
  const roots = new Map(
    entry.kinds.map((kind) => {
      const { spec } = schemaOf(definitions, entry, kind).properties ?? {}
      if (spec === undefined) throw new Error(`${kind} has no spec`)
      return [`${kind}Spec`, shapes.typeOf(spec, 'spec')]
    }),
  )
  const file = newProject().createSourceFile(`${entry.file}.ts`)
  const types = shapes.resolve(roots)
  const usesJson = [...types.values()].some((type) => /\bJson\b/.test(type))
  file.addImportDeclaration({ isTypeOnly: true, namedImports: ['Metadata'], moduleSpecifier: '../authored.ts' })
  if (usesJson)
    file.addImportDeclaration({ isTypeOnly: true, namedImports: ['Json'], moduleSpecifier: '../objects.ts' })
  for (const kind of entry.kinds) {
    const members = [
      `apiVersion: '${entry.group}/${entry.version}'`,
      `kind: '${kind}'`,
      'metadata: Metadata',
      `spec: ${kind}Spec`,
    ]
    file.addTypeAlias({ isExported: true, name: kind, type: `{\n${members.join('\n')}\n}` })
  }
  for (const [name, type] of types) file.addTypeAlias({ name, type, isExported: roots.has(name) })
  return textOf(file, `the CustomResourceDefinitions of ${entry.module}`)
}

function schemaOf(definitions: readonly Definition[], { group, version }: CustomKinds, kind: string): Schema {
  const definition = definitions.find(({ spec }) => spec.group === group && spec.names.kind === kind)
  const found = definition?.spec.versions.find(({ name }) => name === version)
  if (found === undefined) throw new Error(`no definition of ${group}/${version} ${kind}`)
  return found.schema.openAPIV3Schema
}

function indexText(): string {
  const file = newProject().createSourceFile('custom-resources.ts')
  for (const entry of customKinds)
    file.addExportDeclaration({ isTypeOnly: true, moduleSpecifier: `./${entry.file}.ts` })
  return textOf(file, 'the list of custom kinds in tools/codegen')
}
