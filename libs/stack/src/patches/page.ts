import { idString, isWorkload } from '@thanos-fleet/kubernetes'
import type { PatchedObject, PatchedState, State } from '@thanos-fleet/kustomize'
import { markdownTable } from '@thanos-fleet/text/tables'
import { workloadRow, workloadsOf } from '../workload-table.ts'

/** The table of workloads as they are deployed; what a patch made so links to the patch. */
export function workloadRows(state: State, { changes }: PatchedState): string[][] {
  if (changes.length === 0) return workloadsOf(state)
  const byId = new Map(changes.map((change) => [change.id, change]))
  return state.objects.filter(isWorkload).flatMap((workload) => {
    const before = workloadRow(workload)
    const change = byId.get(idString(workload))
    if (change === undefined) return [before]
    const { after } = change
    if (after === undefined || !isWorkload(after)) return []
    const marks = linksOf(change)
    return [workloadRow(after).map((cell, index) => (cell === before[index] ? cell : `${cell} (${marks})`.trim()))]
  })
}

/** A chapter about what patches change; nothing where there are none. */
export function patchSection(name: string, { changes }: PatchedState): string[] {
  if (changes.length === 0) return []
  const rows = changes.map((change) => [change.id, change.after === undefined ? 'deleted' : 'changed', linksOf(change)])
  return [
    '',
    '## Patches',
    '',
    `What patches of \`clusters/${name}/patches/\` made so has a link to the patch above.`,
    '',
    markdownTable(['object', '', 'by'], rows),
  ]
}

function linksOf({ by }: Pick<PatchedObject, 'by'>): string {
  const names = new Set(by.map(({ file }) => file.slice(file.lastIndexOf('/') + 1)))
  return [...names].map((name) => `[${name}](patches/${encodeURIComponent(name)})`).join(', ')
}
