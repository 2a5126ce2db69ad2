import type { Path, Position } from './yaml/position.ts'

/** What a check found, before the file's name is known. */
export interface Finding {
  severity?: 'warning'
  code: string
  /** Another file than `cluster.yaml`, relative to its folder. */
  file?: string
  /** Where it is: a position of the file, or a path, which is looked up. */
  position?: Position
  path?: Path
  /** Whether the key or the value is meant; the value unless stated. */
  at?: 'key' | 'value'
  /** Further paths that the finding depends on: it is dropped when one of them is wrong by itself. */
  also?: readonly Path[]
  message: string
  remedy: string
}
