import { versionOf } from '@thanos-fleet/images'
import type { FleetView } from '../fleet/view.ts'

/** The minor version of Thanos 0.x that a cluster runs; undefined where its tag does not tell. */
export function thanosMinor({ images, channel }: Pick<FleetView, 'images' | 'channel'>): number | undefined {
  const minor = /^v?0\.(\d+)\./.exec(thanosTag({ images, channel }))?.[1]
  return minor === undefined ? undefined : Number(minor)
}

/** The tag of the image of Thanos. */
export function thanosTag({ images, channel }: Pick<FleetView, 'images' | 'channel'>): string {
  return (images.versions.thanos ?? versionOf('thanos', channel)).tag
}
