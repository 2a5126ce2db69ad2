import { mkdir, open, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A holder shows that it lives by touching its lock this often (ms) … */
const heartbeat = 1_000
/** … so that an older lock belongs to a process that was killed (ms). */
const staleAfter = 10_000

async function tryCreate(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx')).close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function removeIfStale(file: string): Promise<void> {
  const modified = await stat(file).then(
    (found) => found.mtimeMs,
    () => undefined,
  )
  if (modified !== undefined && Date.now() - modified > staleAfter) await rm(file, { force: true })
}

/**
 * Runs `work` while no other process runs something under the same lock file; calls `onWait` once if it has to wait.
 * The lock only saves double work: what runs under it must install its results atomically, since two processes that
 * find the same stale lock can both proceed.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true })
  let waiting = false
  while (!(await tryCreate(file))) {
    if (!waiting) onWait?.()
    waiting = true
    await removeIfStale(file)
    await sleep(200)
  }
  const touch = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => undefined)
  }, heartbeat).unref()
  try {
    return await work()
  } finally {
    clearInterval(touch)
    await rm(file, { force: true })
  }
}
