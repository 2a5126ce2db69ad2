import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { idString, isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml'
import { type Loss, patched } from '../losses.ts'
import { type Replaces, replacesComments } from '../replaces.ts'
import { asObjectMap } from '../value.ts'

/** Makes a diagnostic of a patch, with the position of an offset in its text. */
export type Report = (offset: number, code: string, message: string, remedy: string) => Diagnostic

/** How many lost entries a message names. */
const mostNamed = 6

/** Finds what the patches of one file make lists lose, save where a comment above the list says that this is meant. */
export class LossCheck {
  readonly #lines: readonly string[]
  readonly #comments: readonly Replaces[]
  readonly #used = new Set<string>()

  /** @param text of the file */
  constructor(text: string) {
    this.#lines = text.split('\n')
    this.#comments = replacesComments(text)
  }

  /** @returns what is lost, and the object after the patch if that is known */
  check(document: Document, object: KubeObject, report: Report): { diagnostics: Diagnostic[]; after?: KubeObject } {
    const patch = asObjectMap(document.toJS({ maxAliasCount: 100 }))
    if (patch === undefined) return { diagnostics: [] }
    const { object: after, losses } = patched(object, patch)
    const diagnostics = losses.flatMap((loss) => {
      const place = offsetAt(document, loss.path)
      const diagnostic = report(place, 'patch-loses-entries', messageOf(loss, object), remedyOf(loss.list))
      return this.#isMeant(loss.list, diagnostic.line ?? 1) ? [] : [diagnostic]
    })
    return after !== undefined && isKubeObject(after) ? { diagnostics, after } : { diagnostics }
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

function messageOf({ list, lost }: Loss, object: KubeObject): string {
  const named = lost.slice(0, mostNamed).join(', ')
  const more = lost.length > mostNamed ? ` and ${lost.length - mostNamed} more` : ''
  return `Kustomize replaces ${list} of ${idString(object)} as a whole; this patch loses ${named}${more}`
}

function remedyOf(list: string): string {
  return `write the whole list or, if the loss is intended, the comment "# replaces: ${list}" on the line above it`
}

/** Where the key of a path stands, or the nearest one above it. */
function offsetAt(document: Document, path: readonly (string | number)[]): number {
  let node: Node | null = document.contents
  let offset = node?.range?.[0] ?? 0
  for (const element of path) {
    const value: Node | null | undefined = isAlias(node) ? node.resolve(document) : node
    let next: unknown
    if (isMap(value)) {
      const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === element)
      if (isScalar(pair?.key) && !isAlias(node)) offset = pair.key.range?.[0] ?? offset
      next = pair?.value
    } else if (isSeq(value) && typeof element === 'number') next = value.items[element]
    if (!isNode(next)) return offset
    node = next
    if (typeof element === 'number') offset = node.range?.[0] ?? offset
  }
  return offset
}
