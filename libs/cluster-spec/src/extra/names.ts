import type { Finding } from '../finding.ts'
import type { Position } from '../yaml/position.ts'

/** What a file gives a name to, by which programs or people tell it from others. */
export interface ExtraName {
  kind: 'job' | 'group' | 'alert' | 'record' | 'uid' | 'title' | 'template'
  name: string
  position: Position
  /** The label of an alert; the empty text where it has none. */
  severity?: string
}

export interface ExtraContent {
  findings: Finding[]
  names: ExtraName[]
}
