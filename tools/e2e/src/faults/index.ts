export type { Fault } from './fault.ts'
export { faults } from './list.ts'
export { runFault } from './run-fault.ts'
