export { thanosQuery } from './query.ts'
