import { camelCase, type Order, titleOf } from './order.ts'

/** Adds the row of the component to the catalog, as its last. */
export function withRow(catalog: string, { name, port }: Order): string {
  const end = '\n} as const satisfies Record<string, Component>'
  if (!catalog.includes(end)) throw new Error('the table of libs/catalog ends in another way now')
  return catalog.replace(
    end,
    `
  ${name.includes('-') ? `'${name}'` : name}: {
    ...usual, title: '${titleOf(name)}', service: '${name}', ports: { http: ${port} }, metrics: 'http',
    settings: null, images: ['${name}'],
    presence: always('say here what a cluster would lack'),
    proof: unchecked("is no Go program of this repository's tools"),
  },${end}`,
  )
}

/** Adds the import, at its place in the alphabet, and the line of the builder, as the last. */
export function withBuilder(parts: string, { name }: Order): string {
  const line = `import { ${camelCase(name)} } from '@thanos-fleet/${name}'`
  const lines = parts.split('\n')
  const later = lines.findIndex((other) => {
    const module = /^import .* from '(.*)'$/.exec(other)?.[1]
    return module !== undefined && (module.startsWith('.') || module > `@thanos-fleet/${name}`)
  })
  const imported = lines.toSpliced(later < 0 ? 0 : later, 0, line).join('\n')
  const table = /(\nconst builders: Record<PodName, [^\n]*\n(?: {2}[^\n]*\n)*)\}/
  if (!table.test(imported)) throw new Error('the builders of libs/stack have another form now')
  const builder = name === camelCase(name) ? name : `'${name}': ${camelCase(name)}`
  return imported.replace(table, `$1  ${builder},\n}`)
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
