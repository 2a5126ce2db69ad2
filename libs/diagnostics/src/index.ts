export type { Diagnostic } from './diagnostic.ts'
export { type Format, formatDiagnostics, formats } from './format.ts'
export { distance, suggest } from './suggest.ts'
export { counted, lineOf, summaryOf } from './text.ts'
