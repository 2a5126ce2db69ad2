/** The minor releases of Kubernetes that clusters may have: every object is validated with the schemas of both ends. */
export const supportedKubernetes = { oldest: '1.30', newest: '1.37' } as const

/** A field that is written although an API server that is too old ignores or refuses it. */
interface Needed {
  /** The field's path as text: keys, and `[]` for the entries of a list. */
  field: string
  /** The first minor release that has it without a feature gate that people have to switch on. */
  since: string
  source: string
}

const gates = 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed/'

/** What the oldest release follows from, the most demanding first. */
export const neededFields: readonly Needed[] = [
  {
    field: 'spec.template.spec.containers[].lifecycle.preStop.sleep',
    since: '1.30',
    source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/ (PodLifecycleSleepAction)',
  },
  {
    field: 'spec.persistentVolumeClaimRetentionPolicy',
    since: '1.27',
    source: `${gates} (StatefulSetAutoDeletePVC)`,
  },
  { field: 'spec.unhealthyPodEvictionPolicy', since: '1.27', source: `${gates} (PDBUnhealthyPodEvictionPolicy)` },
]
