export { thanosSidecar } from './sidecar.ts'
