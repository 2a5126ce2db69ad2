import { parsePatch, type PatchFile } from '../fleet/patch-file.ts'

/** A patch that can be read. */
export function patchFile(text: string, path = 'clusters/a/patches/p.yaml'): PatchFile {
  const patch = parsePatch(path, text)
  if (Array.isArray(patch)) throw new Error(patch.map(({ message }) => message).join(', '))
  return patch
}
