import { place } from '@thanos-fleet/product'
import { sourcesDigest } from '@thanos-fleet/schemas/sources'
import { readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

/** Stays a package of its own, so that `npm audit` sees what talks to the network; only `migrate` loads it. */
export const external = '@kubernetes/client-node'

/** The files of dist/ that something outside of the bundle names, by their names. */
const entries = {
  main: 'apps/gen/src/main.ts',
  worker: 'apps/gen/src/fleet/worker.ts',
  'thanos-generator': 'apps/gen/src/fleet/thanos-generator.ts',
  'nx-plugin': 'tools/nx-plugin/src/packaged.ts',
}

/** Modules that are other ones in the package, by their paths. */
const replaced: Record<string, () => string> = {
  'libs/product/src/place.ts': () => readFileSync(join(place.root, 'libs/product/src/place.packaged.ts'), 'utf8'),
  // Bundled, and still only run when it is called; `import` would run it at the start of every command.
  'libs/cluster-spec/src/regex/re2.ts': () => "export const re2 = () => require('re2js')\n",
  'tools/schemas/src/sources.ts': () => `export const sourcesDigest = ${JSON.stringify(sourcesDigest)}\n`,
}

/** Changes a source on its way into the bundle; tests make another release with it. */
export type Edit = (path: string, text: string) => string

export interface Bundle {
  /** Names of the files in dist/, and their texts. */
  files: Map<string, string>
  /** Absolute paths of the modules of other packages. */
  foreign: string[]
}

/**
 * Bundles the command line and the Nx plugin. Each command stays a file of its own, which is only loaded when it is used.
 * @throws Error when a source asks for its own place in a way that would not hold in the bundle
 */
export async function bundle(edit: Edit = (_, text) => text): Promise<Bundle> {
  const build = await rolldown({
    cwd: place.root,
    input: entries,
    platform: 'node',
    external: [external, /^node:/],
    plugins: [sources(edit)],
    onLog: (_, { message }) => {
      throw new Error(message)
    },
  })
  const { output } = await build.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    banner: ({ name }) => (name === 'main' ? '#!/usr/bin/env node' : ''),
  })
  await build.close()
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []))
  const modules = new Set(chunks.flatMap(({ moduleIds }) => moduleIds))
  return {
    files: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    foreign: [...modules].filter((id) => id.includes(`${sep}node_modules${sep}`)).sort(),
  }
}

function sources(edit: Edit): Plugin {
  return {
    name: 'sources of the product',
    load(id) {
      const path = relative(place.root, id).replaceAll(sep, '/')
      if (path.startsWith('..') || path.includes('node_modules/') || !path.endsWith('.ts')) return null
      const text = replaced[path]?.() ?? readFileSync(id, 'utf8')
      const code = edit(path, addressesOfEntries(text))
      if (path in replaced || !/import\.meta\.(?!url\))/.test(code)) return { code, moduleType: 'ts' }
      throw new Error(`${path} asks for its own place, which is another one in the package; use @thanos-fleet/product`)
    },
  }
}

/** Threads and generators are loaded by their addresses, which in the bundle are files beside each other. */
function addressesOfEntries(text: string): string {
  return text.replaceAll(/new URL\('([^']+)\.ts', import\.meta\.url\)/g, (whole, path: string) =>
    Object.hasOwn(entries, basename(path)) ? `new URL('./${basename(path)}.js', import.meta.url)` : whole,
  )
}
