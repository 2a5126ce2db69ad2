export { foundation } from './foundation.ts'
