import type { ComponentName } from '@thanos-fleet/connections'
import type { Frame } from './frame.ts'
import type { Sized } from './panels.ts'

/** Panels under one heading. */
export interface AuthoredSection {
  title: string
  /** The component that must be there for the section to make sense; null: always. */
  component: ComponentName | null
  panels: readonly Sized[]
}

/** A dashboard as it is written; `sections` are in reading order. */
export interface AuthoredDashboard {
  frame: Frame
  sections: readonly AuthoredSection[]
}
