export { place } from './place.ts'
export type { Place } from './place.ts'
export { productHomepage, productVersion } from './version.ts'
