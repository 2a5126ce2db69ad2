import { place, productVersion } from '@thanos-fleet/product'
import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle, type Edit, external } from './bundle.ts'
import { thirdPartyNotice } from './licenses.ts'

/** Files of the working tree that the product reads when it runs, or that people read, at the same paths. */
const copied = [
  'LICENSE',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/*.{md,svg}',
  'docs/runbooks/*.md',
  'apps/gen/templates/**',
  'libs/dashboards/src/generated/*.json',
  'tools/go/*/go.{mod,sum}',
  'tools/schemas/pins/*/go.mod',
]

export interface StageOptions {
  /** The version of the package; by default the product's. */
  version?: string
  edit?: Edit
}

/** Puts together what the package consists of, in an empty folder. */
export async function stage(folder: string, { version = productVersion(), edit }: StageOptions = {}): Promise<void> {
  const { files, foreign } = await bundle(edit)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'dist'), { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, 'dist', name), text)
  chmodSync(join(folder, 'dist/main.js'), 0o755)
  for (const path of globSync(copied, { cwd: place.root, withFileTypes: false })) copy(path, folder)
  cpSync(join(place.root, 'tools/pack/package/README.md'), join(folder, 'README.md'))
  writeFileSync(join(folder, 'THIRD-PARTY.md'), thirdPartyNotice(foreign))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(version), null, 2)}\n`)
}

function copy(path: string, folder: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  cpSync(join(place.root, path), join(folder, path), { recursive: true })
}

interface RootManifest {
  description: string
  license: string
  homepage?: string
  devDependencies: Record<string, string>
}

/** The package.json of the package. */
function manifest(version: string) {
  const root: RootManifest = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8'))
  const { node, nx, [external]: client } = root.devDependencies
  return {
    name: 'thanos-fleet',
    version,
    description: root.description,
    license: root.license,
    ...(root.homepage === undefined ? {} : { homepage: root.homepage }),
    type: 'module',
    // The first version with `hash` of node:crypto. `init` brings the Node that the project's targets run on.
    engines: { node: '>=20.12' },
    bin: { 'thanos-fleet': 'dist/main.js' },
    exports: { './nx-plugin': './dist/nx-plugin.js', './package.json': './package.json' },
    dependencies: { [external]: client },
    // Optional: `init` names the version in the new package.json, and npx has no use for Nx.
    peerDependencies: { nx: `^${nx}` },
    peerDependenciesMeta: { nx: { optional: true } },
    // Installed for nobody: the versions that this release is tested with, which `init` writes down.
    devDependencies: { node, nx },
  }
}
