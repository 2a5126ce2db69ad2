import { Document, isMap, parse } from 'yaml'
import { UsageError } from './common.ts'

/** What the command line says about a new cluster. */
export interface NewCluster {
  mode: string
  /** `name=value` */
  labels: readonly string[]
  /** `path=value`, with the value in YAML */
  set: readonly string[]
}

/** The text of a new cluster.yaml. Whether it is valid is for the specification to say. */
export function clusterYaml(name: string, { mode, labels, set }: NewCluster): string {
  const document = new Document({ name, mode, externalLabels: { cluster: name } })
  document.commentBefore = ' yaml-language-server: $schema=../cluster.schema.json'
  for (const [label, value] of labels.map(pair)) document.setIn(['externalLabels', label], value)
  for (const [path, value] of set.map(pair)) setIn(document, path.split('.'), valueOf(path, value))
  return document.toString({ lineWidth: 0 }).replace('\n\n', '\n')
}

function valueOf(path: string, text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/[:.]$/, '') : ''
    throw new UsageError(`--set ${path}: the value is not valid YAML: ${reason}`)
  }
}

/** Creates the maps on the way, and replaces what is there. */
function setIn(document: Document, path: readonly string[], value: unknown): void {
  for (const [depth] of path.slice(0, -1).entries()) {
    const above = path.slice(0, depth + 1)
    if (!isMap(document.getIn(above))) document.setIn(above, document.createNode({}))
  }
  document.setIn(path, document.createNode(value))
}

function pair(text: string): [string, string] {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
}

/** All values of a flag that may be given several times, as `--flag value` or `--flag=value`. */
export function repeated(rawArgs: readonly string[], flag: string): string[] {
  return rawArgs.flatMap((arg, index) => {
    if (arg.startsWith(`--${flag}=`)) return [arg.slice(flag.length + 3)]
    const next = rawArgs[index + 1]
    return arg === `--${flag}` && next !== undefined ? [next] : []
  })
}
