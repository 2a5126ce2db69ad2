export { thanosCompact } from './compact.ts'
