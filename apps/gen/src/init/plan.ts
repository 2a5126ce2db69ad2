import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { jsonText, type JsonObject, parseObject } from './json.ts'
import { manifest, nxJson, type Pinned } from './manifest.ts'

/** What planning has to know. */
export interface InitOptions {
  /** The repository's folder. */
  folder: string
  /** How npm finds the product. */
  product: string
  pinned: Pinned
  /** Whether there is a cluster already, so that no first one is written. */
  hasClusters: boolean
  /** A file of the repository by its path; undefined where there is none. */
  read: (path: string) => string | undefined
  /** A file of the product's templates. */
  template: (path: string) => string
}

/** A file of the new repository. */
export interface PlannedFile {
  path: string
  text: string
  /** `kept`: it is there already, and `text` is what it says. */
  action: 'written' | 'changed' | 'kept'
}

/**
 * What `init` writes. Files that are there are kept, apart from what the product cannot do without: lines of lists, and
 * keys of package.json and nx.json.
 */
export function planInit(options: InitOptions): { files: PlannedFile[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const json = (path: string, next: (before: JsonObject | undefined) => JsonObject): PlannedFile => {
    const text = options.read(path)
    const before = text === undefined ? undefined : parseObject(text)
    if (text !== undefined && before === undefined) diagnostics.push(noJson(path))
    const after = next(before)
    return planned(path, text, JSON.stringify(after) === JSON.stringify(before) ? (text ?? '') : jsonText(after))
  }
  const lines = (path: string): PlannedFile => {
    const before = options.read(path)
    return planned(path, before, withLines(before ?? '', options.template(path.slice(1))))
  }
  const whole = (path: string): PlannedFile => {
    const before = options.read(path)
    return planned(path, before, before ?? options.template(path))
  }
  const files = [
    json('package.json', (before) => manifest(before, options.folder, options.product, options.pinned)),
    json('nx.json', nxJson),
    lines('.gitignore'),
    lines('.gitattributes'),
    whole('.github/workflows/fleet.yml'),
    ...(options.hasClusters ? [] : [whole('clusters/fleet.yaml'), whole('clusters/dev/cluster.yaml')]),
  ]
  return { files, diagnostics }
}

function planned(path: string, before: string | undefined, text: string): PlannedFile {
  return { path, text, action: before === undefined ? 'written' : before === text ? 'kept' : 'changed' }
}

/** The template where there is nothing yet, else the present text with the lines that it lacks. */
function withLines(before: string, template: string): string {
  if (before === '') return template
  const present = new Set(before.split('\n').map((line) => line.trim()))
  const missing = template.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !present.has(line))
  return missing.length === 0 ? before : `${before.replace(/\n*$/, '\n')}${missing.join('\n')}\n`
}

function noJson(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'json-syntax',
    file,
    message: 'not a JSON object',
    remedy: 'fix it or move it away, and run init again',
  }
}
