import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { idString, isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import type { Document } from 'yaml'
import { type Loss, patched, type Refusal } from '../losses.ts'
import { type Replaces, replacesComments } from '../replaces.ts'
import { asObjectMap, type ValueMap } from '../value.ts'
import { unclearStyle } from './kept-styles.ts'
import { offsetAt } from './offset.ts'
import type { Shapes } from './shapes.ts'
import type { Report } from './report.ts'
import type { Target } from './target.ts'

/** How many lost entries a message names. */
const mostNamed = 6

interface Checked {
  diagnostics: Diagnostic[]
  after: (ValueMap & KubeObject) | undefined | 'unknown'
}

/** Finds what the patches of one file make lists lose, save where a comment above the list says that this is meant. */
export class LossCheck {
  readonly #lines: readonly string[]
  readonly #comments: readonly Replaces[]
  readonly #used = new Set<string>()

  readonly #shapes: Shapes

  /** @param text of the file */
  constructor(text: string, shapes: Shapes) {
    this.#shapes = shapes
    this.#lines = text.split('\n')
    this.#comments = replacesComments(text)
  }

  /** @returns what is lost, and the object after the patch; undefined if it is deleted */
  check(
    document: Document,
    { object, first }: Pick<Target, 'first'> & { object: ValueMap & KubeObject },
    report: Report,
  ): Checked {
    const patch = asObjectMap(document.toJS({ maxAliasCount: 100 }))
    if (patch === undefined) return { diagnostics: [], after: 'unknown' }
    const other = this.#shapes.mismatch(object, patch)
    if (other !== undefined) {
      const refusal = { path: other.path, is: `${other.is}, and the patch has ${other.has}` }
      return { diagnostics: [wrongType(document, object, refusal, report)], after: 'unknown' }
    }
    const { object: after, losses, refusal } = patched(object, patch)
    if (refusal !== undefined) return { diagnostics: [wrongType(document, object, refusal, report)], after: 'unknown' }
    const kept = unclearStyle(first, object, after)
    if (kept !== undefined) return { diagnostics: [twice(document, object, kept, report)], after: 'unknown' }
    const diagnostics = losses.flatMap((loss) => {
      const place = offsetAt(document, loss.path)
      const diagnostic = report(place, 'patch-loses-entries', messageOf(loss, object), remedyOf(loss.list))
      return this.#isMeant(loss.list, diagnostic.line ?? 1) ? [] : [diagnostic]
    })
    return { diagnostics, after: after !== undefined && isKubeObject(after) ? after : undefined }
  }

  /** Warnings for comments that allow no loss, as one with a mistake in it, or one that has become needless. */
  unused(file: string): Diagnostic[] {
    return this.#comments.flatMap(({ line, column, lists }) => {
      const needless = lists.filter((list) => !this.#used.has(`${line} ${list}`))
      if (needless.length === 0 && lists.length > 0) return []
      return [
        {
          severity: 'warning',
          code: 'replaces-without-effect',
          file,
          line,
          column,
          message: `comment without effect: no list below it loses entries of ${needless.join(', ') || 'that name'}`,
          remedy: 'write it on the line above the list, with the name from the error message, or remove it',
        },
      ]
    })
  }

  /** Whether one of the comments right above a line names a list. */
  #isMeant(list: string, line: number): boolean {
    for (let above = line - 1; this.#lines[above - 1]?.trimStart().startsWith('#') === true; above -= 1) {
      if (!this.#comments.some((comment) => comment.line === above && comment.lists.includes(list))) continue
      this.#used.add(`${above} ${list}`)
      return true
    }
    return false
  }
}

function wrongType(document: Document, object: KubeObject, { path, is }: Refusal, report: Report): Diagnostic {
  const message = `${path.join('.')} of ${idString(object)} is ${is}`
  return report(offsetAt(document, path), 'patch-wrong-type', message, 'write a value of the type that the object has')
}

function twice(document: Document, object: KubeObject, { path, is }: Refusal, report: Report): Diagnostic {
  const message = `${path.join('.')} of ${idString(object)} is ${is}`
  return report(offsetAt(document, path), 'patch-unclear', message, 'write both in one patch')
}

function messageOf({ list, lost }: Loss, object: KubeObject): string {
  const named = lost.slice(0, mostNamed).join(', ')
  const more = lost.length > mostNamed ? ` and ${lost.length - mostNamed} more` : ''
  return `Kustomize replaces ${list} of ${idString(object)} as a whole; this patch loses ${named}${more}`
}

function remedyOf(list: string): string {
  return `write the whole list or, if the loss is intended, the comment "# replaces: ${list}" on the line above it`
}
