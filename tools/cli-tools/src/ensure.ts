import { logProgress, outputProgress, type Progress } from '@thanos-fleet/text/progress'
import os from 'node:os'
import path from 'node:path'
import { buildTool } from './build.ts'
import { type ToolName, toolNames } from './catalog.ts'
import { eachLimited } from './each-limited.ts'
import { goEnvironment } from './go.ts'
import { inBinDir, onPath } from './installed.ts'
import { withLock } from './lock.ts'
import { binDir, toolsDir } from './paths.ts'
import { type Pin, pinOf } from './pins.ts'

/** A tool that is ready to run. */
export interface ReadyTool {
  readonly name: ToolName
  /** Without `v`. */
  readonly version: string
  /** Absolute path of the program. */
  readonly path: string
  readonly source: 'PATH' | 'cached' | 'built'
  /** Time spent to find or build it. */
  readonly seconds: number
}

export interface EnsureOptions {
  /** Receives a line per event. Without it, progress goes to stderr: live on a terminal, plain lines in a pipe. */
  readonly log?: ((line: string) => void) | undefined
}

/**
 * Makes the tools available in their pinned versions and returns their absolute paths.
 * Throws an Error when one has to be built and Go is missing, too old, or fails.
 */
export async function ensureTools<Name extends ToolName>(
  names?: readonly Name[],
  options: EnsureOptions = {},
): Promise<Record<Name, string>> {
  const wanted = names ?? toolNames
  const ready = await readyTools(wanted, options)
  const paths: Partial<Record<ToolName, string>> = {}
  for (const tool of ready) paths[tool.name] = tool.path
  if (!hasAll(paths, wanted)) throw new Error('a tool is neither on PATH nor built')
  return paths
}

function hasAll<Name extends ToolName>(
  paths: Partial<Record<ToolName, string>>,
  names: readonly ToolName[],
): paths is Record<Name, string> {
  return names.every((name) => paths[name] !== undefined)
}

/** As `ensureTools`, with version, source and time of each tool, in the order of `names`. */
export async function readyTools(names: readonly ToolName[], options: EnsureOptions = {}): Promise<ReadyTool[]> {
  const pins = await Promise.all([...new Set(names)].map(pinOf))
  const ready = new Map((await findAll(pins)).map((tool) => [tool.name, tool]))
  const missing = pins.filter((pin) => !ready.has(pin.name))
  if (missing.length > 0) {
    const progress = options.log === undefined ? outputProgress(process.stderr) : logProgress(options.log)
    try {
      for (const tool of await buildMissing(missing, progress)) ready.set(tool.name, tool)
    } finally {
      progress.stop()
    }
  }
  return pins.flatMap((pin) => ready.get(pin.name) ?? [])
}

async function findAll(pins: readonly Pin[]): Promise<ReadyTool[]> {
  const found = await Promise.all(pins.map(find))
  return found.filter((tool) => tool !== undefined)
}

async function find(pin: Pin): Promise<ReadyTool | undefined> {
  const began = performance.now()
  const ready = (program: string, source: ReadyTool['source']): ReadyTool => {
    return { name: pin.name, version: pin.version, path: program, source, seconds: secondsSince(began) }
  }
  const global = await onPath(pin)
  if (global !== undefined) return ready(global, 'PATH')
  const local = await inBinDir(pin)
  return local === undefined ? undefined : ready(local, 'cached')
}

async function buildMissing(missing: readonly Pin[], progress: Progress): Promise<ReadyTool[]> {
  const work = async () => {
    // the process that held the lock before may have built them
    const ready = await findAll(missing)
    const pins = missing.filter((pin) => !ready.some((tool) => tool.name === pin.name))
    if (pins.length === 0) return ready
    const env = await goEnvironment(pins.map((pin) => `${pin.name} ${pin.version}`).join(', '))
    return [...ready, ...(await buildAll(pins, env, progress))]
  }
  return withLock(path.join(toolsDir(), 'bin.lock'), work, () =>
    progress.line('waiting for another process that builds tools'),
  )
}

/** One chain per Go module: its tools share packages, and two builds at once would compile those twice. */
async function buildAll(pins: readonly Pin[], env: NodeJS.ProcessEnv, progress: Progress): Promise<ReadyTool[]> {
  const built: ReadyTool[] = []
  const chains = Object.values(Object.groupBy(pins, (pin) => pin.module))
  await eachLimited(chains, os.availableParallelism(), async (chain = []) => {
    for (const pin of chain) {
      const began = performance.now()
      progress.line(`${pin.name} ${pin.version}: building`)
      progress.status(pin.name, 'starting')
      await buildTool(pin, env, (text) => progress.status(pin.name, text)).finally(() => progress.status(pin.name, ''))
      const tool = {
        ...pin,
        path: path.join(binDir(), pin.name),
        source: 'built',
        seconds: secondsSince(began),
      } as const
      built.push(tool)
      const count = `${built.length}/${pins.length}`
      progress.line(`${pin.name} ${pin.version}: built in ${tool.seconds.toFixed(1)} s (${count})`)
    }
  })
  return built
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}
