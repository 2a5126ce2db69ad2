export type { Active, StoreType } from './active.ts'
export type { Alert } from './alert.ts'
export { globalAlerts } from './global.ts'
export { type Job, jobs, type Matcher, series } from './jobs.ts'
export { recordings } from './recording.ts'
export {
  type AlertingRule,
  isAlert,
  type RecordingRule,
  type RuleFile,
  ruleFileText,
  type RuleGroup,
  type Severity,
} from './rule-file.ts'
export { type Threshold, type ThresholdValues, type Thresholds, wrongValue } from './threshold.ts'
export { alertsBySubject, globalRuleFiles, localRuleFiles, rulesOf, thresholdsOf } from './rule-files.ts'
