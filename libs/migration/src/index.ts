export { applyStep } from './apply-step.ts'
export { type Change, changesBetween } from './changes.ts'
export { explain, type Explanation } from './explain.ts'
export { type Planned, planStep, type StepPlan, type Wishes } from './plan.ts'
export { type Before, refuseSkip, type Refusal } from './skip.ts'
export { finishes, nextStep, type Step, stepsTo } from './step.ts'
export type { Condition } from './conditions/condition.ts'
export { checkStep } from './conditions/preconditions.ts'
export { checkReached } from './conditions/reached.ts'
export type {
  Measured,
  MeasuredBlock,
  MeasuredEndpoint,
  MeasuredPrometheus,
  MeasuredQuery,
  MeasuredRouter,
  MeasuredStore,
  MeasuredUploader,
  MeasuredWorkload,
  Preview,
} from './measured.ts'
