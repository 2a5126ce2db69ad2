export { place } from './place.ts'
export type { Place } from './place.ts'
export { productVersion } from './version.ts'
