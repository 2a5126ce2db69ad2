/** One `require` of a go.mod file. */
export interface Requirement {
  readonly module: string
  /** As written, for example `v0.314.0`. */
  readonly version: string
}

/** Reads the requirements of a go.mod file, single-line and block form, indirect ones included. */
export function parseRequirements(goMod: string): Requirement[] {
  const requirements: Requirement[] = []
  let block = ''
  for (const line of goMod.split('\n')) {
    const text = line.replace(/\/\/.*/, '').trim()
    const opening = /^(\w+) \($/.exec(text)
    if (opening?.[1] !== undefined) block = opening[1]
    else if (text === ')') block = ''
    else {
      const statement = block === '' ? text : `${block} ${text}`
      const [, module, version] = /^require (\S+) (v\S+)$/.exec(statement) ?? []
      if (module !== undefined && version !== undefined) requirements.push({ module, version })
    }
  }
  return requirements
}

/**
 * Finds the module that provides a package: the required one with the longest matching path, as Go does.
 * Throws an Error when no requirement provides it.
 */
export function requirementOf(packagePath: string, requirements: readonly Requirement[]): Requirement {
  const providers = requirements.filter(({ module }) => `${packagePath}/`.startsWith(`${module}/`))
  const [longest] = providers.sort((a, b) => b.module.length - a.module.length)
  if (longest === undefined) throw new Error(`no requirement provides the package ${packagePath}`)
  return longest
}

/**
 * The version a program calls itself, without `v`. Prometheus' Go module is v0.XYY.Z where the program is X.YY.Z,
 * since a Go module of major version 2 or more would need another import path.
 */
export function releaseOf({ module, version }: Requirement): string {
  const [, major, minor, patch] = /^v0\.(\d)(\d\d)\.(\d+)$/.exec(version) ?? []
  if (module === 'github.com/prometheus/prometheus' && major !== undefined) return `${major}.${Number(minor)}.${patch}`
  return version.replace(/^v/, '').replace(/\+incompatible$/, '')
}
