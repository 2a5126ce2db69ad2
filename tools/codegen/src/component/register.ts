import { Node, type Project, type SourceFile, SyntaxKind } from 'ts-morph'
import { camelCase, type Order, titleOf } from './order.ts'

/** Adds the row of the component to the catalog, as its last. */
export function withRow(catalog: string, { name, port }: Order): string {
  const end = '\n} as const satisfies Record<string, Component>'
  if (!catalog.includes(end)) throw new Error('the table of libs/catalog ends in another way now')
  return catalog.replace(end, `
  ${name.includes('-') ? `'${name}'` : name}: {
    ...usual, title: '${titleOf(name)}', service: '${name}', ports: { http: ${port} }, metrics: 'http',
    settings: null, images: ['${name}'],
    presence: always('say here what a cluster would lack'),
    proof: unchecked("is no Go program of this repository's tools"),
  },${end}`)
}

/** Makes the component a part of every cluster. */
export function addToFacts(project: Project, root: string, { name }: Order): SourceFile {
  const file = project.addSourceFileAtPath(`${root}/libs/component/src/facts.ts`)
  const present = file.getFunctionOrThrow('factsOf').getVariableDeclarationOrThrow('present')
  const last = present.getFirstDescendantByKindOrThrow(SyntaxKind.ArrayLiteralExpression).getElements().at(-1)
  if (last === undefined) throw new Error('factsOf of libs/component names no components any more')
  // Not addElement, which would put every name on a line of its own.
  last.replaceWithText(`${last.getText()}, '${name}'`)
  return file
}

/** Adds the import, at its place in the alphabet, and the line of the part. */
export function addToParts(project: Project, root: string, { name }: Order): SourceFile {
  const file = project.addSourceFileAtPath(`${root}/libs/stack/src/parts.ts`)
  const moduleSpecifier = `@thanos-fleet/${name}`
  const later = file.getImportDeclarations().findIndex((other) => {
    const specifier = other.getModuleSpecifierValue()
    return specifier.startsWith('.') || specifier > moduleSpecifier
  })
  file.insertImportDeclaration(later < 0 ? file.getImportDeclarations().length : later, {
    namedImports: [camelCase(name)], moduleSpecifier,
  })
  const parts = file.getVariableDeclarationOrThrow('parts').getInitializerOrThrow()
  if (!Node.isArrayLiteralExpression(parts)) throw new Error('parts of libs/stack is no list any more')
  parts.addElement(`{ name: '${name}', pods: '${name}', build: ${camelCase(name)} }`, { useNewLines: true })
  return file
}

/** Adds the package to the dependencies of the stack, sorted. */
export function withDependency(manifest: string, { name }: Order): string {
  const json: { dependencies: Record<string, string> } = JSON.parse(manifest)
  const all = { ...json.dependencies, [`@thanos-fleet/${name}`]: '*' }
  const dependencies = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)))
  return `${JSON.stringify({ ...json, dependencies }, null, 2)}\n`
}

/** Adds the image and its version, each as one line; the rest of the file stays as it is written. */
export function withImage(versions: string, { name, repository, tag }: Order): string {
  const next = versions
    .replace(/("images": \{[^}]*?)\n {2}\}/, `$1,\n    "${name}": "${repository}"\n  }`)
    .replace(/("stable": \{(?:[^{}]|\{[^{}]*\})*?)\n {4}\}/, `$1,\n      "${name}": { "tag": "${tag}" }\n    }`)
  const json: { images: object; channels: { stable: object } } = JSON.parse(next)
  if (!(name in json.images) || !(name in json.channels.stable)) throw new Error('versions.json has another form now')
  return next
}
