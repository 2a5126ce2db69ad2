import type { Document } from 'yaml'

/** A file of hand-written patches that was read. */
export interface PatchFile {
  /** For diagnostics: from the repository's root. */
  path: string
  text: string
  /** One for each patch. Merge keys are followed, as Kustomize does. */
  documents: readonly Document[]
  /** Line and column, counted from 1, of an offset in the text. */
  positionAt(offset: number): { line: number; column: number }
}
