import { LineCounter, parseAllDocuments } from 'yaml'
import type { PatchFile } from '../patches/patch-file.ts'

/** A file of patches with this text, which has to be YAML. */
export function patchFile(text: string, path = 'clusters/a/patches/p.yaml'): PatchFile {
  const lineCounter = new LineCounter()
  const documents = [...parseAllDocuments(text, { lineCounter, merge: true })]
  const errors = documents.flatMap((document) => document.errors)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(', '))
  return {
    path,
    text,
    documents,
    positionAt(offset) {
      const { line, col } = lineCounter.linePos(offset)
      return { line, column: col }
    },
  }
}
