import type { Finding } from '../finding.ts'
import { tooDeep } from '../yaml/bounds.ts'
import { valueAt } from '../yaml/paths.ts'
import type { Position } from '../yaml/position.ts'
import { type JsonOutline, jsonOutline } from './json-outline.ts'
import type { ExtraContent, ExtraName } from './names.ts'
import { positionAt } from './text-position.ts'

/** Panels within rows, with targets, field overrides and their options, stay below 20. */
const deepest = 100

/** What Grafana takes as a uid (IsValidShortUID and its length, pkg/util/shortid_generator.go). */
const uidPattern = /^[-_a-zA-Z0-9]{1,40}$/

const fromGrafana = 'export the dashboard from Grafana as JSON'

/** The uid and title of a dashboard, and what Grafana would not take or could not show. */
export function dashboardContent(text: string): ExtraContent {
  const value = parsed(text)
  if (value instanceof Error) return refuse([badFile('not valid JSON', errorPosition(value))])
  const outline = jsonOutline(text, deepest)
  const whole = problemOf(outline, text)
  if (whole !== undefined) return refuse([whole])
  const title = valueAt(value, ['title'])
  if (Array.isArray(value) || typeof title !== 'string')
    return refuse([badFile('expected a Grafana dashboard: an object with a "title"', { line: 1, column: 1 })])
  const at = (key: string): Position => positionAt(text, outline.values.get(key) ?? 0)
  const uid = valueAt(value, ['uid']) ?? null
  const findings = [
    ...(title.trim() === ''
      ? [badFile('the title is empty, which Grafana rejects', at('title'), 'write a title')]
      : []),
    ...(uid === null || uid === '' || (typeof uid === 'string' && uidPattern.test(uid)) ? [] : [badUid(at('uid'))]),
    ...inputFindings(value, text, at('__inputs')),
  ]
  const names: ExtraName[] = [{ kind: 'title', name: title, position: at('title') }]
  if (typeof uid === 'string' && uid !== '') names.push({ kind: 'uid', name: uid, position: at('uid') })
  return { findings, names }
}

function refuse(findings: Finding[]): ExtraContent {
  return { findings, names: [] }
}

function badFile(message: string, position: Position, remedy = fromGrafana): Finding {
  return { code: 'bad-extra-file', position, message, remedy }
}

function badUid(position: Position): Finding {
  return badFile(
    'the uid is not a string of 1 to 40 characters from A-Z, a-z, 0-9, "-" and "_"',
    position,
    'use such a uid, or omit it and let Grafana choose one',
  )
}

function problemOf({ tooDeep: deep, repeated }: JsonOutline, text: string): Finding | undefined {
  if (deep !== undefined) return tooDeep(positionAt(text, deep))
  if (repeated === undefined) return undefined
  return {
    code: 'duplicate-key',
    position: positionAt(text, repeated.offset),
    message: `the key ${JSON.stringify(repeated.key)} occurs twice in the same mapping`,
    remedy: 'keep only one of them',
  }
}

/** Placeholders that Grafana asks for when a person imports a dashboard; files are not asked about. */
function inputFindings(value: unknown, text: string, position: Position): Finding[] {
  const inputs = valueAt(value, ['__inputs'])
  return (Array.isArray(inputs) ? inputs : []).flatMap((input: unknown): Finding[] => {
    const name = valueAt(input, ['name'])
    if (typeof name !== 'string' || !text.includes(`\${${name}}`)) return []
    return [
      badFile(
        `\${${name}} is a placeholder that only a manual import fills in: panels that use it would be empty`,
        position,
        `replace it with the uid "thanos", or export the dashboard without "Export for sharing externally"`,
      ),
    ]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error instanceof Error ? error : new Error('')
  }
}

function errorPosition({ message }: Error): Position {
  const at = /\(line (\d+) column (\d+)\)/.exec(message)
  return { line: Number(at?.[1] ?? 1), column: Number(at?.[2] ?? 1) }
}
