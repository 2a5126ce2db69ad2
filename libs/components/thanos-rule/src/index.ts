export { thanosRule, type RuleOptions } from './rule.ts'
