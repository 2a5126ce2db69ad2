export { type Reach, reachOf } from './reach/reach.ts'
