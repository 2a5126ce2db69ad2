import { type Diagnostic, suggest } from '@thanos-fleet/diagnostics'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import type { Document } from 'yaml'
import { missingContainers } from './containers.ts'
import { identityOf, nameOffset } from './identity.ts'
import { LossCheck } from './loss-check.ts'
import { offsetOf } from './offset.ts'
import type { PatchFile } from './patch-file.ts'
import type { Report } from './report.ts'
import type { Shapes } from './shapes.ts'
import type { PatchPlace, Target } from './target.ts'
import { unreadableParts } from './unreadable.ts'

/** Applies the patches of one file to the objects that they name. @returns what is wrong with them */
export function checkFile(file: PatchFile, targets: Map<string, Target>, shapes: Shapes): Diagnostic[] {
  const { documents } = file
  const losses = new LossCheck(file.text, shapes)
  const report: Report = (offset, code, message, remedy) => {
    return { severity: 'error', code, file: file.path, ...file.positionAt(offset), message, remedy }
  }
  if (documents.length === 0)
    return [report(0, 'empty-patch', 'the patch is empty', 'write a patch, or remove the file')]
  const found = documents.flatMap((document) => checkDocument(document, { file, targets, losses, report }))
  return [...found, ...losses.unused(file.path)]
}

interface Context {
  file: PatchFile
  targets: Map<string, Target>
  losses: LossCheck
  report: Report
}

function checkDocument(document: Document, { file, targets, losses, report }: Context): Diagnostic[] {
  const start = document.range?.[0] ?? 0
  const identity = identityOf(document)
  if (identity === undefined) {
    const remedy = 'write a strategic merge patch, which names the object it changes'
    return [report(start, 'patch-without-identity', 'a patch needs apiVersion, kind and metadata.name', remedy)]
  }
  const wanted = idString(identity)
  const place = nameOffset(document) ?? start
  const target = targets.get(wanted)
  if (target === undefined) {
    const remedy = remedyFor(wanted, new Set(targets.keys()))
    return [report(place, 'patch-matches-nothing', `no object matches ${wanted}`, remedy)]
  }
  const { object } = target
  if (object === undefined) {
    const remedy = 'remove this patch, or the one that deletes the object'
    return [report(place, 'patch-matches-nothing', `${wanted} was deleted by a patch before this one`, remedy)]
  }
  if (object.apiVersion !== identity.apiVersion) {
    const message = `no object matches ${wanted} in version ${identity.apiVersion}`
    return [report(place, 'patch-matches-nothing', message, `write apiVersion: ${object.apiVersion}`)]
  }
  const unreadable = unreadableParts(document, report)
  if (unreadable.length > 0) return unreadable
  const { diagnostics, after } = losses.check(document, { object, first: target.first }, report)
  if (after !== 'unknown') {
    target.object = after
    target.by.push({ file: file.path, ...file.positionAt(start), locate: locator(file, document) })
  }
  return [...checkContainers(document, object, report), ...diagnostics]
}

function locator(file: PatchFile, document: Document): PatchPlace['locate'] {
  return (path) => {
    const offset = offsetOf(document, path)
    return offset === undefined ? undefined : file.positionAt(offset)
  }
}

function checkContainers(document: Document, object: KubeObject, report: Report): Diagnostic[] {
  return missingContainers(document, object).map(({ name, offset, known }) =>
    report(
      offset,
      'patch-matches-no-container',
      `${idString(object)} has no container ${name}: the patch would add one without an image`,
      `remove this part of the patch, or name one of ${known.join(', ')}`,
    ),
  )
}

function remedyFor(wanted: string, known: ReadonlySet<string>): string {
  const near = withOtherNamespace(wanted, known) ?? suggest(wanted, known)
  if (near !== undefined) return `did you mean ${near}?`
  return 'use an object listed in README.md of the folder; new objects go into objects/'
}

/** The same object but for a missing or different namespace, which is the easiest mistake. */
function withOtherNamespace(wanted: string, known: ReadonlySet<string>): string | undefined {
  const bare = (id: string) => id.replace(/ [^ ]*\//, ' ')
  return [...known].find((id) => bare(id) === bare(wanted))
}
