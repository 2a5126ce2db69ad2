import type { Diagnostic } from '@thanos-fleet/diagnostics'

/** Makes a diagnostic of a patch, with the position of an offset in its text. */
export type Report = (offset: number, code: string, message: string, remedy: string) => Diagnostic
