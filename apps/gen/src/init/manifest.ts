import { basename } from 'node:path'
import { type JsonObject, objectOf } from './json.ts'

/** Exact versions of the packages that a repository gets beside the product itself. */
export interface Pinned {
  node: string
  nx: string
}

/**
 * The package.json of a repository that installs the product. What is there already stays as it is.
 *
 * @param before what stands there now
 * @param folder the repository's folder, which names a new package.json
 * @param product how npm finds the product: a version, or `file:` and a tarball
 */
export function manifest(before: JsonObject | undefined, folder: string, product: string, pinned: Pinned): JsonObject {
  const { dependencies = {}, devDependencies = {}, allowScripts = {}, ...rest } = before ?? { name: nameOf(folder) }
  const given = { ...objectOf(dependencies), ...objectOf(devDependencies) }
  const wanted = { node: pinned.node, nx: pinned.nx, 'thanos-fleet': product }
  const missing = Object.entries(wanted).filter(([name]) => !(name in given))
  return {
    ...rest,
    private: true,
    // Newer versions of npm run an install script only with this: both packages fetch the program for this machine.
    allowScripts: { node: true, nx: true, ...objectOf(allowScripts) },
    ...(Object.keys(objectOf(dependencies)).length === 0 ? {} : { dependencies }),
    devDependencies: sorted({ ...objectOf(devDependencies), ...Object.fromEntries(missing) }),
  }
}

/** The nx.json of the repository: a new one, or the present one with the plugin. */
export function nxJson(before: JsonObject | undefined): JsonObject {
  const plugin = 'thanos-fleet/nx-plugin'
  if (before === undefined) {
    return {
      $schema: './node_modules/nx/schemas/nx-schema.json',
      analytics: false,
      neverConnectToCloud: true,
      defaultBase: 'main',
      tui: { enabled: false },
      plugins: [plugin],
    }
  }
  const plugins = Array.isArray(before['plugins']) ? before['plugins'] : []
  return plugins.includes(plugin) ? before : { ...before, plugins: [...plugins, plugin] }
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** npm allows these letters only, and a name that is not "thanos-fleet" itself, which would hide the dependency. */
function nameOf(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return ['', 'thanos-fleet', 'node', 'nx'].includes(name) ? 'fleet' : name
}
