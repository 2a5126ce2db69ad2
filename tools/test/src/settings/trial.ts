import type { Outcome, Surroundings } from './outputs.ts'
import type { Schema } from './schema.ts'

/** A document in which some settings are allowed and do something, and what is around it. */
export interface Context extends Surroundings {
  document: unknown
}

/** A setting of which no pair can be found, with the reason. */
export interface Exception {
  for: RegExp
  /**
   * What holds instead. `checked`: it governs checks alone, so that some value is accepted and another refused.
   * `refused`: no value is accepted. `no effect yet`: a defect that is known.
   */
  kind: 'checked' | 'refused' | 'no effect yet'
  why: string
}

/** A file with settings, and how they are tried. */
export interface Trial {
  schema: Schema
  /** Contexts of settings that are not allowed, or do nothing, in the general ones; tried before these. */
  special: readonly (Context & { for: RegExp })[]
  /** Documents in which all settings are tried. */
  general: readonly unknown[]
  /** Values of settings whose form does not tell which are allowed. */
  allowed: readonly { for: RegExp; values: readonly unknown[] }[]
  exceptions: readonly Exception[]
  outcomeOf: (document: unknown, context: Context) => Outcome
}

/** The contexts of a setting, the likeliest first. */
export function contextsOf({ special, general }: Trial, setting: string): Context[] {
  return [...special.filter((context) => context.for.test(setting)), ...general.map((document) => ({ document }))]
}
