export { compactWorkloads, thanosCompact } from './compact.ts'
