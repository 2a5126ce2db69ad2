import { posix } from 'node:path'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Finding } from './finding.ts'
import type { Place, Sources } from './fleet-file/sources.ts'
import type { Path } from './yaml/position.ts'

/**
 * The setting that a finding is about or, where that is a default, a setting that was written and conflicts with it.
 */
function placeOf({ path = [], at, also = [] }: Finding, sources: Sources): Place {
  const isWritten = (one: Path): boolean => sources.find(one).depth === one.length
  const isOwn = (one: Path): boolean => isWritten(one) && sources.fileOf(one) === 'cluster'
  // Each cluster says its name and its mode: with a default of the fleet they conflict by no fault of the cluster's.
  const others = also.filter((one) => one[0] !== 'name' && one[0] !== 'mode')
  if (isWritten(path) && sources.fileOf(path) === 'fleet') {
    const own = others.find(isOwn)
    return own === undefined ? sources.locate(path, at) : sources.locate(own)
  }
  const other = isWritten(path) ? undefined : (others.find(isOwn) ?? others.find(isWritten) ?? also.find(isWritten))
  return other === undefined ? sources.locate(path, at) : sources.locate(other)
}

/** Findings with their positions, in the order of the file, each once. */
export function diagnose(path: string, findings: readonly Finding[], sources?: Sources): Diagnostic[] {
  const diagnostics = findings.map((finding): Diagnostic => {
    const { severity = 'error', code, message, remedy } = finding
    const position = finding.position ?? (sources === undefined ? undefined : placeOf(finding, sources))
    const file = finding.file === undefined ? path : posix.join(posix.dirname(path), finding.file)
    return { severity, code, file, ...position, message, remedy }
  })
  const byPlace = diagnostics.toSorted(
    (one, other) =>
      Number(one.file !== path) - Number(other.file !== path) ||
      (one.file < other.file ? -1 : one.file > other.file ? 1 : 0) ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  )
  const said = new Set<string>()
  return byPlace.filter(({ code, line, column, file, message }) => {
    const key = JSON.stringify([file, line, column, code, code === 'duplicate-name' ? '' : message])
    return said.size < said.add(key).size
  })
}
