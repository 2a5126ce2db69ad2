import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Tool, type ToolName, toolOf } from './catalog.ts'
import { parseRequirements, releaseOf, requirementOf } from './go-mod.ts'
import { goModulesDir } from './paths.ts'

/** A tool with everything that follows from its go.mod. */
export interface Pin extends Tool {
  readonly name: ToolName
  /** Without `v`. */
  readonly version: string
  /** Path of the Go module that holds the package. */
  readonly provider: string
  /** Absolute folder of the go.mod. */
  readonly dir: string
  /** Value of `go build -ldflags`. */
  readonly ldflags: string
  /** Changes when a build would give another binary. */
  readonly stamp: string
}

/** Reads a tool's pinned version and build settings. Throws an Error when go.mod does not provide its package. */
export async function pinOf(name: ToolName): Promise<Pin> {
  const tool = toolOf(name)
  const dir = path.join(goModulesDir, tool.module)
  const [goMod, goSum] = await Promise.all([
    readFile(path.join(dir, 'go.mod'), 'utf8'),
    readFile(path.join(dir, 'go.sum'), 'utf8'),
  ])
  const requirement = requirementOf(tool.package, parseRequirements(goMod))
  const version = releaseOf(requirement)
  const variable = tool.versionVariable?.replace('{version}', version)
  const ldflags = ['-s -w', ...(variable === undefined ? [] : [`-X ${variable}`])].join(' ')
  const inputs = [goMod, goSum, JSON.stringify(tool), ldflags, process.platform, process.arch]
  const hash = createHash('sha256').update(inputs.join('\0')).digest('hex')
  return { ...tool, name, version, provider: requirement.module, dir, ldflags, stamp: `${version} ${hash}` }
}

/** The pinned version of a tool, without `v`. */
export async function toolVersion(name: ToolName): Promise<string> {
  return (await pinOf(name)).version
}
