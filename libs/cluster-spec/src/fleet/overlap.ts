import { type BucketPlace, maySame, placeText } from './bucket-place.ts'

/** How two places that may have blocks in common are to each other; undefined: they have none. */
export type Overlap = 'may be the same' | 'is inside it' | 'contains it'

/** How `here` is to `there`. A prefix counts with all that is below it. */
export function overlap(here: BucketPlace, there: BucketPlace): Overlap | undefined {
  if (here.root !== there.root || !maySame(here, there)) return undefined
  const common = Math.min(here.prefix.length, there.prefix.length)
  if (!here.prefix.slice(0, common).every((folder, index) => folder === there.prefix[index])) return undefined
  if (here.prefix.length === there.prefix.length) return 'may be the same'
  return here.prefix.length > there.prefix.length ? 'is inside it' : 'contains it'
}

/** For a message about `there`, how the place is written here if that is another one in normal form, and how the two are to each other. */
export function seenFromHere(here: BucketPlace, there: BucketPlace): string {
  const [relation, text] = [overlap(here, there), placeText(here)]
  return relation === undefined || text === placeText(there) ? '' : ` (here ${text}, which ${relation})`
}
