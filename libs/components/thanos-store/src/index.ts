export { thanosStore } from './store.ts'
export { storeWorkloads } from './workloads.ts'
