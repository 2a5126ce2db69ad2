export { thanosQueryFrontend } from './query-frontend.ts'
