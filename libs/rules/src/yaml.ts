import { stringify } from 'yaml'
import type { RuleFile } from './rule-file.ts'

/** A rule file as text; expressions of several lines stay readable, and YAML 1.1 reads the same as YAML 1.2. */
export function toYaml(file: RuleFile): string {
  return stringify(file, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false, blockQuote: 'literal' })
}
