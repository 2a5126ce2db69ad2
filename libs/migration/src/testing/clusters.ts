import { type ClusterSpec, loadCluster, type ProductionMode, type MigrationStage } from '@thanos-fleet/cluster-spec'
import { applyStep, finishes, nextStep, type Step } from '../index.ts'

/** A cluster.yaml with what makes a move difficult: comments, all kinds of settings, volumes on named nodes. */
export const sidecarCluster = `# yaml-language-server: $schema=../cluster.schema.json
name: eu-1 # the first
# Where fresh data comes from.
mode: sidecar-mode   # since 2024

externalLabels: { cluster: eu-1,   region: eu }
objectStore:
  type: S3
  bucket: thanos # of the platform team
  endpoint: s3.example.com
  credentials: { secret: thanos-objstore }
storage:
    local: { path: /data, nodes: [a, b, c, d] }
prometheus:
  # Two are enough here.
  replicas: 2
sidecar: { logLevel: debug }
ingress:
  hosts: { query: thanos.example.com, prometheus: prometheus.example.com }
  tls: { secret: tls }
  authentication: { basicAuthSecret: users }
# The end.
`

export const receiveCluster = `name: us-1
mode: receive-mode
objectStore: { type: GCS, bucket: thanos, credentials: { secret: thanos-objstore } }
grpcTls: { issuer: { name: internal, kind: ClusterIssuer } }
query:
  # Many people ask.
  replicas: 5
receive:
  router: { autoscaling: true }
  hashrings: [{ name: default, replicas: 2, zones: [a, b, c] }]
rule: { replicas: 3 }
compact: { offlineDeduplication: true }
`

export function specOf(text: string): ClusterSpec {
  const name = /^name: (\S+)/m.exec(text)?.[1] ?? ''
  const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2))
  if (loaded.warnings.length > 0) throw new Error(JSON.stringify(loaded.warnings, null, 2))
  return loaded.spec
}

/** A place on the way of a cluster: the text of its file, and the step that led there. */
export interface Stop {
  label: string
  text: string
  spec: ClusterSpec
  step: Step | null
}

/** Everything that a cluster is on its way to a mode, from where it is. */
export function walk(text: string, goal: ProductionMode): Stop[] {
  const stops: Stop[] = [{ label: specOf(text).mode, text, spec: specOf(text), step: null }]
  for (let step = nextStep(specOf(text), goal); step !== null; step = nextStep(specOf(text), goal)) {
    text = applyStep(text, step)
    stops.push({ label: finishes(step) ? goal : step.to, text, spec: specOf(text), step })
  }
  return stops
}

let forward: Stop[] | undefined

/** The specification of the first cluster at one place of its way to receive-mode. */
export function specAt(place: MigrationStage | ProductionMode): ClusterSpec {
  forward ??= walk(sidecarCluster, 'receive-mode')
  const stop = forward.find(({ label }) => label === place)
  if (stop === undefined) throw new Error(`${place} is not on the way`)
  return stop.spec
}
