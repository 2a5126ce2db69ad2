import { join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../../../..')
/** Never written: it only has to be where the packages are found. */
const virtual = join(import.meta.dirname, 'values.ts')

/** For tests: what the compiler finds in values that are declared to be of the published type. */
export interface Verdict {
  /** The complaints about each value, in the order of the values; none: it is of the type. */
  complaints: string[][]
  /** Members of the type, as far as it is deep, that would take any value. */
  unchecked: string[]
}

/**
 * For tests: compares values with `PublishedDashboard`, all by one run of the compiler.
 *
 * @param values JSON, each a text
 * @throws Error where the type itself does not compile, since it would then take anything
 */
export function compile(values: readonly string[]): Verdict {
  const head = "import type { PublishedDashboard } from './types.ts'\n"
  const declarations = values.map(
    (value, index) => `export const value${index}: PublishedDashboard = ${value.trim()}\n`,
  )
  const program = programOf(head + declarations.join(''))
  const source = program.getSourceFile(virtual)
  if (source === undefined) throw new Error(`the compiler does not know ${virtual}`)
  const types = program.getSourceFile(join(import.meta.dirname, 'types.ts'))
  for (const { messageText } of [...program.getSyntacticDiagnostics(types), ...program.getSemanticDiagnostics(types)]) {
    throw new Error(`types.ts: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  }
  const ends: number[] = []
  let end = head.length
  for (const { length } of declarations) ends.push((end += length))
  const complaints = values.map((): string[] => [])
  for (const diagnostic of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
    const start = diagnostic.start ?? 0
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')
    const index = ends.findIndex((end) => start < end)
    complaints[index]?.push(`${source.text.slice(start, start + 60).replaceAll(/\s+/g, ' ')}: ${text}`)
  }
  return { complaints, unchecked: uncheckedOf(program, source) }
}

function programOf(text: string): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, root)
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (path) => path === virtual || fileExists(path)
  host.getSourceFile = (path, languageVersion, ...rest) =>
    path === virtual ? ts.createSourceFile(path, text, languageVersion) : getSourceFile(path, languageVersion, ...rest)
  return ts.createProgram([virtual], options, host)
}

/** An import that is not found is `any` as well, and would let everything pass. */
function uncheckedOf(program: ts.Program, source: ts.SourceFile): string[] {
  const checker = program.getTypeChecker()
  const seen = new Set<ts.Type>()
  const found: string[] = []
  const visit = (type: ts.Type, path: string): void => {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) found.push(path)
    if (seen.has(type)) return
    seen.add(type)
    if (type.isUnionOrIntersection()) for (const part of type.types) visit(part, path)
    const index = checker.getIndexInfosOfType(type)
    if (type.flags & ts.TypeFlags.Object) for (const { type: value } of index) visit(value, `${path}[]`)
    if (!(type.flags & ts.TypeFlags.Object) || checker.isArrayType(type)) return
    for (const member of checker.getPropertiesOfType(type)) {
      visit(checker.getTypeOfSymbolAtLocation(member, source), `${path}.${member.name}`)
    }
  }
  for (const statement of source.statements.filter(ts.isVariableStatement).slice(0, 1)) {
    for (const { name } of statement.declarationList.declarations) visit(checker.getTypeAtLocation(name), 'dashboard')
  }
  return found
}
