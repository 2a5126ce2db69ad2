import {
  type ClusterFolder,
  loadCluster,
  type LoadedCluster,
  type RefusedCluster,
  withExpectedLinks,
} from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { alertConflicts, relabelConflicts } from '@thanos-fleet/stack'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml'

type Path = readonly (string | number)[]

/** A document as it was accepted, or why it was not. */
export type Repaired =
  | { accepted: true; text: string; cluster: LoadedCluster; removed: number }
  | { accepted: false; text: string; messages: string[] }

/**
 * Takes out of a cluster.yaml what its diagnostics point at, until it is accepted: two settings that exclude each other
 * are rarely chosen to match by chance.
 */
export function repaired(document: object, name: string, folder: ClusterFolder): Repaired {
  const rest = structuredClone(document)
  for (let removed = 0; ; removed += 1) {
    const text = stringify(rest)
    const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text }, folder)
    const errors = errorsOf(loaded)
    if (loaded.ok && errors.length === 0) return { accepted: true, text, cluster: loaded, removed }
    const found = placesIn(text)
    const path = errors.map(({ line, column }) => found.get(`${line}:${column}`)).find((one) => one !== undefined)
    if (removed > 60 || path === undefined || path.length === 0 || path[0] === 'name' || path[0] === 'mode') {
      return { accepted: false, text, messages: errors.map(({ message }) => message) }
    }
    remove(rest, path)
  }
}

/** What is refused, also of alerts, which are only known where they are all made. */
function errorsOf(loaded: LoadedCluster | RefusedCluster): Pick<Diagnostic, 'line' | 'column' | 'message'>[] {
  if (!loaded.ok) return loaded.diagnostics.filter(({ severity }) => severity === 'error')
  const spec = withExpectedLinks(loaded.spec)
  const relabelling = relabelConflicts(spec).filter(({ severity }) => severity === 'error')
  return [...alertConflicts(spec, () => true), ...relabelling].map(({ path, at, message }) => ({
    message,
    ...loaded.locate(path, at),
  }))
}

/** The paths of a document by the places at which they are written: of keys, values and items. */
function placesIn(text: string): Map<string, Path> {
  const lines = new LineCounter()
  const places = new Map<string, Path>()
  const visit = (node: unknown, path: Path): void => {
    if (isMap(node) || isSeq(node) || isScalar(node)) note(node, path)
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, index])
    if (!isMap(node)) return
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue
      note(key, [...path, String(key.value)])
      visit(value, [...path, String(key.value)])
    }
  }
  const note = ({ range }: Node, path: Path): void => {
    const { line, col } = lines.linePos(range?.[0] ?? 0)
    places.set(`${line}:${col}`, path)
  }
  visit(parseDocument(text, { lineCounter: lines }).contents, [])
  return places
}

function remove(document: object, path: Path): void {
  const last = path.at(-1)
  let parent: unknown = document
  for (const key of path.slice(0, -1)) {
    if (typeof parent === 'object' && parent !== null) parent = Reflect.get(parent, key)
  }
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1)
  else if (typeof parent === 'object' && parent !== null && last !== undefined) Reflect.deleteProperty(parent, last)
}
