export { thanosStore } from './store.ts'
