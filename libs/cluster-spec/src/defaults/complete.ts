import type { OptionalSection } from '@thanos-fleet/catalog'
import type { ClusterSpec, ObjectStore } from '../spec.ts'

/**
 * A ClusterSpec in which no component is absent: what a component has once it is switched on. A section that the catalog
 * calls optional and the specification does not have, or cannot be null there, does not compile.
 */
export type CompleteSpec = Omit<ClusterSpec, OptionalSection | 'objectStore'> & {
  [Section in OptionalSection]: NonNullable<Nullable[Section]>
} & { objectStore: ObjectStore }

/** The optional sections of the specification, each of which can be null. */
type Nullable = { [Section in OptionalSection]: null extends ClusterSpec[Section] ? ClusterSpec[Section] : never }
