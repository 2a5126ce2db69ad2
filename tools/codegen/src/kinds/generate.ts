import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from 'ts-morph'
import type { GeneratedFile, Generator } from '../output.ts'
import { newProject, textOf } from '../typescript.ts'
import { kindsByVersion, parts } from './config.ts'

const target = 'libs/kubernetes/src/generated/kinds.ts'

/** Types of the built-in kinds, from the models of the official client. */
export const kinds: Generator = { name: 'kinds', generate: () => Promise.resolve([generateKinds()]) }

/** Throws an Error when the client has no such model, or no call that creates the kind in that API version. */
export function generateKinds(): GeneratedFile {
  const client = newProject()
  const folder = path.join(path.dirname(fileURLToPath(import.meta.resolve('@kubernetes/client-node'))), 'gen')
  const creations = createdIn(client.addSourceFileAtPath(path.join(folder, 'types/ObjectParamAPI.d.ts')))
  const output = client.createSourceFile('kinds.ts')
  output.addImportDeclaration({ isTypeOnly: true, namespaceImport: 'k8s', moduleSpecifier: '@kubernetes/client-node' })
  output.addImportDeclaration({
    isTypeOnly: true,
    namedImports: ['Authored', 'Manifest'],
    moduleSpecifier: '../authored.ts',
  })
  for (const [apiVersion, names] of Object.entries(kindsByVersion)) {
    for (const name of names) addKind(output, creations, apiVersion, name)
  }
  for (const model of parts)
    addPart(output, client.addSourceFileAtPath(path.join(folder, `models/${model}.d.ts`)), model)
  return { path: target, text: textOf(output, "@kubernetes/client-node's models") }
}

/** Calls as `AppsV1Api.StatefulSet`, with the model that each takes: proof that the kind is of that API version. */
function createdIn(api: SourceFile): ReadonlyMap<string, string> {
  const requests = api.getInterfaces().flatMap((request) => {
    const [, group, kind] = /^(.*Api)Create(?:Namespaced)?(\w+)Request$/.exec(request.getName()) ?? []
    const model = request.getProperty('body')?.getTypeNode()?.getText()
    return group === undefined || kind === undefined || model === undefined
      ? []
      : [[`${group}.${kind}`, model] as const]
  })
  return new Map(requests)
}

function addKind(output: SourceFile, creations: ReadonlyMap<string, string>, apiVersion: string, name: string): void {
  const call = `${apiClass(apiVersion)}.${name}`
  const model = creations.get(call)
  if (model === undefined) throw new Error(`the client has no call to create ${call}`)
  output.addTypeAlias({ isExported: true, name, type: `Manifest<k8s.${model}, '${apiVersion}', '${name}'>` })
}

/** `rbac.authorization.k8s.io/v1` to `RbacAuthorizationV1Api`, as the client names its classes. */
function apiClass(apiVersion: string): string {
  const [group = 'core', version = apiVersion] = apiVersion.includes('/') ? apiVersion.split('/') : []
  const words = [...group.replace(/\.k8s\.io$/, '').split('.'), version]
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Api`
}

function addPart(output: SourceFile, source: SourceFile, model: string): void {
  source.getClassOrThrow(model)
  output.addTypeAlias({ isExported: true, name: model.replace(/^(Rbac)?V\d/, ''), type: `Authored<k8s.${model}>` })
}
