/** `npm run pack`: makes dist/thanos-fleet-<version>.tgz and says what is in it. */
import { place } from '@thanos-fleet/product'
import { join, relative } from 'node:path'
import { pack } from './pack.ts'

const { path, size, unpackedSize, entryCount } = await pack(join(place.root, 'dist'))
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`
console.log(
  `${relative(place.root, path)}: ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)} in ${entryCount} files`,
)
