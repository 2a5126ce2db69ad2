export { type Operation, operationsOf } from './operations.ts'
export { type Matcher, type Selector, selectorsOf } from './selectors.ts'
