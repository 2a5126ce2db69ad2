import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** As far as it is looked at here. Source: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/ */
interface TestFile {
  rule_files: string[]
  tests: {
    alert_rule_test?: { alertname: string; exp_alerts?: object[] }[]
    promql_expr_test?: { expr: string }[]
  }[]
}

/** A file of unit tests for promtool: what it is called, says, needs and proves. */
export interface UnitTests {
  name: string
  text: string
  ruleFiles: string[]
  /** Alerts that are shown to fire, and to be silent. */
  firing: string[]
  silent: string[]
  /** What it evaluates: the names of recorded series. */
  expressions: string[]
}

const folder = new URL('../../tests/', import.meta.url)

/** All files of unit tests. */
export function unitTests(): UnitTests[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.yaml'))
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      const { rule_files: ruleFiles, tests }: TestFile = parse(text)
      const alerts = tests.flatMap((test) => test.alert_rule_test ?? [])
      const fires = ({ exp_alerts: expected = [] }: { exp_alerts?: object[] }) => expected.length > 0
      return {
        name,
        text,
        ruleFiles,
        firing: alerts.filter(fires).map(({ alertname }) => alertname),
        silent: alerts.filter((alert) => !fires(alert)).map(({ alertname }) => alertname),
        expressions: tests.flatMap((test) => test.promql_expr_test ?? []).map(({ expr }) => expr),
      }
    })
}
