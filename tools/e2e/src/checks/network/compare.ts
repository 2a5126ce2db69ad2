import { componentNames } from '@thanos-fleet/connections'
import { type Edge, textOf } from './edges.ts'
import type { Seen } from './observe.ts'

/** What was seen over some time, beside what is stated. */
export class Comparison {
  readonly #stated: ReadonlySet<string>
  readonly #made = new Set<string>()
  readonly #attempted = new Set<string>()

  /** @param stated edges as text, see `textOf` */
  constructor(stated: Iterable<string>) {
    this.#stated = new Set(stated)
  }

  add({ made, attempted }: Seen): void {
    for (const edge of made.filter(concernsStack)) this.#made.add(textOf(edge))
    for (const edge of attempted.filter(concernsStack)) this.#attempted.add(textOf(edge))
  }

  /** Stated edges that were seen. */
  get observed(): string[] {
    return [...this.#made].filter((edge) => this.#stated.has(edge)).toSorted()
  }

  /** Stated edges that were not seen; those that were tried in vain say so. */
  get missing(): string[] {
    return [...this.#stated]
      .filter((edge) => !this.#made.has(edge))
      .map((edge) => (this.#attempted.has(edge) ? `${edge} (tried, no answer)` : edge))
      .toSorted()
  }

  /** Edges that nobody stated, made or tried. */
  get more(): string[] {
    return [...new Set([...this.#made, ...this.#attempted])].filter((edge) => !this.#stated.has(edge)).toSorted()
  }
}

/**
 * Whether the stack is at an end of it. Asking for names is allowed to whoever calls anything, and not in the table;
 * it goes over UDP, whose sockets are gone before anyone looks.
 */
function concernsStack({ from, to }: Edge): boolean {
  if (to === 'dns') return false
  const names: readonly string[] = componentNames
  return names.includes(from) || names.includes(to.replace(/:\d+$/, ''))
}
