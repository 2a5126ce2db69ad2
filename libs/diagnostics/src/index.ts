export type { Diagnostic } from './diagnostic.ts'
export { suggest } from './suggest.ts'
