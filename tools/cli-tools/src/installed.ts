import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { which } from 'zx'
import { binDir } from './paths.ts'
import type { Pin } from './pins.ts'
import type { ToolName } from './catalog.ts'
import { reportedVersion } from './reported-version.ts'

/** File that says from what an installed tool was built. */
export function stampFile(name: ToolName): string {
  return path.join(binDir(), '.stamps', name)
}

/** The program on PATH, if it reports exactly the pinned version; `.tools/bin` itself does not count as PATH. */
export async function onPath(pin: Pin): Promise<string | undefined> {
  const found = await which(pin.name, { nothrow: true })
  if (found === null || path.dirname(found) === binDir()) return undefined
  return (await reportedVersion(found, pin.versionArgs)) === pin.version ? found : undefined
}

/** The program in `.tools/bin`, if it was built from the present go.mod, go.sum and settings. Starts no process. */
export async function inBinDir(pin: Pin): Promise<string | undefined> {
  const program = path.join(binDir(), pin.name)
  try {
    const [stamp] = await Promise.all([readFile(stampFile(pin.name), 'utf8'), access(program)])
    return stamp === pin.stamp ? program : undefined
  } catch {
    return undefined
  }
}
