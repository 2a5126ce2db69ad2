import { hash } from 'node:crypto'
import { lstatSync, readdirSync } from 'node:fs'

/** Coarser than the clock that file systems stamp files with. */
export const clockTickMs = 20

/** When files were last touched, for seeing whether they can have changed while they were looked at. */
export interface Fingerprint {
  /** Equal as long as no file below the folder was written, replaced, added or removed. */
  digest: string
  /** Files that were touched after `since`, relative to the folder, with the time of their content (Unix, ms). */
  touched: Map<string, number>
}

/**
 * What Git's index knows of a folder, in one text: the size, number and times of every file. The time of a file's last
 * change of any kind (ctime) cannot be set by programs, so equal fingerprints mean equal files.
 *
 * @param folder an absolute path; everything in it counts but what `skip` says, relative to the folder
 * @param since Unix time in milliseconds
 * @throws Error of the operating system
 */
export function fingerprint(
  folder: string,
  options: { deep: boolean; since?: number; skip?: (name: string) => boolean },
): Fingerprint {
  const { deep, since = Infinity, skip = () => false } = options
  const parts: string[] = []
  const touched = new Map<string, number>()
  const visit = (path: string, prefix: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (skip(entry.name)) continue
      const below = `${path}/${entry.name}`
      if (entry.isDirectory()) {
        if (deep) visit(below, `${prefix}${entry.name}/`)
        continue
      }
      const { size, ino, mode, mtimeMs, ctimeMs } = lstatSync(below)
      parts.push(`${prefix}${entry.name}\0${size} ${ino} ${mode} ${mtimeMs} ${ctimeMs}`)
      // What a link points to can change without the link.
      if (entry.isSymbolicLink()) touched.set(prefix + entry.name, Infinity)
      else if (ctimeMs > since) touched.set(prefix + entry.name, mtimeMs)
    }
  }
  visit(folder, '')
  return { digest: hash('sha256', parts.join('\n')), touched }
}
