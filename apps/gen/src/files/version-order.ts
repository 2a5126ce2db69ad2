const pattern = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

/** Whether a text is a version as semver.org defines it. */
export function isVersion(text: string): boolean {
  return pattern.test(text)
}

/** Whether a version precedes another, by semver.org, section 11. Both have to be versions. */
export function isOlder(one: string, other: string): boolean {
  return compare(one, other) < 0
}

function compare(one: string, other: string): number {
  const [[numbers, tags], [otherNumbers, otherTags]] = [stackComponentsOf(one), stackComponentsOf(other)]
  const difference = compareLists(numbers, otherNumbers)
  if (difference !== 0) return difference
  // A release comes after its candidates.
  if (tags.length === 0 || otherTags.length === 0) return otherTags.length - tags.length
  return compareLists(tags, otherTags)
}

function stackComponentsOf(version: string): [numbers: string[], tags: string[]] {
  const [, major = '0', minor = '0', patch = '0', tags] = pattern.exec(version) ?? []
  return [[major, minor, patch], tags?.split('.') ?? []]
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index]
    if (against === undefined) return 1
    const difference = compareParts(part, against)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/** Numbers by their value and before words; words by their characters. */
function compareParts(one: string, other: string): number {
  const [isNumber, otherIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)]
  if (isNumber && otherIsNumber) return Math.sign(Number(one) - Number(other))
  if (isNumber !== otherIsNumber) return isNumber ? -1 : 1
  return one === other ? 0 : one < other ? -1 : 1
}
