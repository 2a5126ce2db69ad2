/** So many patterns may one pattern with braces stand for: three groups of four, say; more is a mistake. */
const mostAlternatives = 100

/**
 * What matches a glob: `*` and `?` within a name, `**` for any folders, `[a-z]`, `[!a]` and `{a,b}`. A name that begins
 * with a dot has to be written out. The time is bounded: at worst length of pattern times length of path.
 *
 * @returns undefined if the braces stand for too many patterns
 */
export function globMatcher(glob: string): ((path: string) => boolean) | undefined {
  const patterns = expandBraces(glob)?.map(
    // What ends in folders means every file in them.
    (pattern) =>
      pattern
        .replace(/(^|\/)\*\*$/, '$&/*')
        .split('/')
        .map(segmentOf),
  )
  if (patterns === undefined) return undefined
  return (path) => {
    const names = path.split('/')
    return patterns.some((pattern) => matchesAll(pattern, names))
  }
}

type Test = (character: string) => boolean
/** A part of a path: tests of one character each, `*` where any number may stand; `**` for folders. */
type Segment = '**' | { tests: (Test | '*')[]; dotted: boolean }

function segmentOf(text: string): Segment {
  if (text === '**') return '**'
  const parts = text.match(/\[[!^]?\]?[^\]]*\]|[^]/gu) ?? []
  return { tests: parts.map(testOf), dotted: text.startsWith('.') }
}

function testOf(part: string): Test | '*' {
  if (part === '*') return '*'
  if (part === '?') return () => true
  const [, negation = '', members] = /^\[([!^]?)(.+)\]$/su.exec(part) ?? []
  if (members === undefined) return (character) => character === part
  const ranges = [...members.matchAll(/(.)-(.)|(.)/gsu)].map(
    ([, from, to, one = '']) => [from ?? one, to ?? one] as const,
  )
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== (negation !== '')
}

/** Goes through both lists side by side; where a name does not fit, the last `**` or `*` takes one more. */
function matchesWild<Pattern, Item>(
  pattern: readonly Pattern[],
  items: readonly Item[],
  isWild: (element: Pattern) => boolean,
  fits: (element: Pattern, item: Item) => boolean,
  mayTake: (item: Item) => boolean,
): boolean {
  let [at, index, wildAt, taken] = [0, 0, -1, 0]
  while (index < items.length) {
    const [element, item] = [pattern[at], items[index]]
    if (element !== undefined && isWild(element)) {
      wildAt = at
      taken = index
      at += 1
    } else if (element !== undefined && item !== undefined && fits(element, item)) {
      at += 1
      index += 1
    } else {
      const next = items[taken]
      if (wildAt < 0 || next === undefined || !mayTake(next)) return false
      taken += 1
      index = taken
      at = wildAt + 1
    }
  }
  return pattern.slice(at).every(isWild)
}

function matchesAll(pattern: readonly Segment[], names: readonly string[]): boolean {
  return matchesWild(
    pattern,
    names,
    (segment) => segment === '**',
    (segment, name) => segment !== '**' && matchesName(segment, name),
    (name) => !name.startsWith('.'),
  )
}

function matchesName({ tests, dotted }: Exclude<Segment, '**'>, name: string): boolean {
  if (name.startsWith('.') && !dotted) return false
  return matchesWild(
    tests,
    [...name],
    (test) => test === '*',
    (test, character) => test !== '*' && test(character),
    () => true,
  )
}

/** The patterns that `{a,b}` stands for; undefined if they are too many. */
function expandBraces(glob: string): string[] | undefined {
  const group = firstGroup(glob)
  if (group === undefined) return [glob]
  const tails = expandBraces(glob.slice(group.end))
  if (tails === undefined) return undefined
  const found: string[] = []
  for (const alternative of group.alternatives) {
    const middles = expandBraces(alternative)
    if (middles === undefined || found.length + middles.length * tails.length > mostAlternatives) return undefined
    for (const middle of middles) found.push(...tails.map((tail) => glob.slice(0, group.start) + middle + tail))
  }
  return found
}

/** The first braces with a comma between them. */
function firstGroup(glob: string): { start: number; end: number; alternatives: string[] } | undefined {
  const open: { start: number; commas: number[] }[] = []
  let found: { start: number; end: number; alternatives: string[] } | undefined
  for (const [index, character] of [...glob].reduce(withOffsets, [])) {
    if (character === '{') open.push({ start: index, commas: [] })
    if (character === ',') open.at(-1)?.commas.push(index)
    const closed = character === '}' ? open.pop() : undefined
    if (closed === undefined || closed.commas.length === 0) continue
    const ends = [closed.start, ...closed.commas, index]
    const alternatives = ends.slice(1).map((end, at) => glob.slice((ends[at] ?? 0) + 1, end))
    if (found === undefined || closed.start < found.start) found = { start: closed.start, end: index + 1, alternatives }
    if (open.length === 0) return found
  }
  return found
}

function withOffsets(all: [number, string][], character: string): [number, string][] {
  const last = all.at(-1)
  all.push([last === undefined ? 0 : last[0] + last[1].length, character])
  return all
}
