import type { KubeObject, PodDisruptionBudget, StatefulSet } from '@thanos-fleet/kubernetes'
import { type Live, refusals } from './admission.ts'

/** How far a pod is: it serves on while it ends, then starts anew, is ready, and is available after minReadySeconds. */
type Phase = 'ending' | 'starting' | 'ready' | 'available'

interface SimulatedPod {
  revision: number
  phase: Phase
}

interface Zone {
  authored: StatefulSet
  pods: SimulatedPod[]
  /** The newest revision of the template. */
  wanted: number
  generation: number
  /** What its controller wrote last. */
  status: Record<string, number>
}

const isStatefulSet = (object: KubeObject): object is StatefulSet => object.kind === 'StatefulSet'
const isBudget = (object: KubeObject): object is PodDisruptionBudget => object.kind === 'PodDisruptionBudget'

/**
 * StatefulSets, their controller and the API server, as far as rollouts go. Each zone's controller works on its own; those
 * that work at one moment see the same, and what they did is seen at the next.
 * Source: pkg/controller/statefulset and pkg/controller/disruption of Kubernetes 1.37.
 */
export class Rollout {
  readonly zones: Zone[]
  /** Revisions whose pods never become ready. */
  readonly broken = new Set<number>()
  private readonly objects: readonly KubeObject[]

  constructor(objects: readonly KubeObject[]) {
    this.objects = objects
    this.zones = objects.filter(isStatefulSet).map((authored) => ({
      authored,
      pods: Array.from({ length: authored.spec?.replicas ?? 0 }, () => ({ revision: 1, phase: 'available' })),
      wanted: 1,
      generation: 1,
      status: {},
    }))
    for (const zone of this.zones) zone.status = statusOf(zone)
  }

  /** Applies a change of the pod template to one zone. */
  change(zone: Zone, revision: number): void {
    if (zone.wanted === revision) return
    zone.wanted = revision
    zone.generation += 1
  }

  /** The controllers of some zones look at them at the same moment. */
  sync(zones: readonly Zone[]): void {
    const api = this.api()
    for (const zone of zones) {
      const ordinal = this.next(zone)
      const pod = zone.pods[ordinal]
      if (pod !== undefined && refusals(this.objects, api, this.podObject(zone, ordinal)).length === 0) {
        pod.phase = 'ending'
      }
    }
    for (const zone of zones) zone.status = statusOf(zone)
  }

  /**
   * A pod goes one phase on, which its controller writes down: each phase takes seconds or minutes, and that a moment. Returns
   * whether it could.
   */
  proceed(zone: Zone, pod: SimulatedPod): boolean {
    const { phase } = pod
    if (phase === 'ending') Object.assign(pod, { phase: 'starting', revision: zone.wanted })
    else if (phase === 'starting' && !this.broken.has(pod.revision)) pod.phase = 'ready'
    else if (phase === 'ready') pod.phase = 'available'
    if (pod.phase === phase) return false
    zone.status = { ...statusOf(zone), observedGeneration: zone.status['observedGeneration'] ?? 0 }
    return true
  }

  /** The zones of which a pod does not serve as it should. */
  disturbed(): string[] {
    return this.zones
      .filter(({ pods }) => pods.some(({ phase }) => phase !== 'available'))
      .map(({ authored }) => authored.metadata.name)
  }

  isDone(): boolean {
    return this.zones.every(({ pods, wanted }) =>
      pods.every(({ revision, phase }) => revision === wanted && phase === 'available'),
    )
  }

  /** Everybody does what they can, until nothing changes any more. Returns the most zones that were disturbed at once. */
  settle(): number {
    let most = 0
    for (let quiet = 0; quiet < 2;) {
      const before = this.state()
      this.sync(this.zones)
      most = Math.max(most, this.disturbed().length)
      for (const zone of this.zones) for (const pod of zone.pods) this.proceed(zone, pod)
      quiet = this.state() === before ? quiet + 1 : 0
    }
    return most
  }

  private state(): string {
    return JSON.stringify(this.zones.map(({ pods, status }) => [pods, status]))
  }

  /** The pod that the controller replaces next: none while another of the same zone is away; -1: none. */
  private next({ pods, wanted }: Zone): number {
    const broken = pods.findLastIndex(({ revision, phase }) => revision !== wanted && phase === 'starting')
    if (broken >= 0) return broken
    if (pods.some(({ phase }) => phase !== 'available')) return -1
    return pods.findLastIndex(({ revision }) => revision !== wanted)
  }

  private podObject({ authored, pods }: Zone, ordinal: number): Live {
    const phase = pods[ordinal]?.phase ?? 'starting'
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `${authored.metadata.name}-${ordinal}`, ...authored.spec?.template.metadata },
      status: { conditions: [{ type: 'Ready', status: phase === 'starting' ? 'False' : 'True' }] },
    }
  }

  private api(): Live[] {
    const pods = this.zones.flatMap((zone) => zone.pods)
    const budget = {
      observedGeneration: 1,
      currentHealthy: pods.filter(({ phase }) => phase === 'ready' || phase === 'available').length,
      expectedPods: pods.length,
    }
    return [
      ...this.zones.map(({ authored, generation, status }) => live(authored, generation, status)),
      ...this.objects.filter(isBudget).map((authored) => live(authored, 1, budget)),
    ]
  }
}

/** An object with what policies may look at: the template would only take time. */
function live(
  { apiVersion, kind, metadata, spec }: StatefulSet | PodDisruptionBudget,
  generation: number,
  status: object,
): Live {
  const replicas = spec !== undefined && 'replicas' in spec ? { replicas: spec.replicas } : {}
  return { apiVersion, kind, metadata: { ...metadata, ...{ generation } }, spec: replicas, status }
}

/** What a controller writes; a pod that ends is still counted as available, until its containers are gone. */
function statusOf({ pods, generation, wanted }: Zone): Record<string, number> {
  const count = (is: (pod: SimulatedPod) => boolean) => pods.filter(is).length
  const updated = count(({ revision, phase }) => revision === wanted && phase !== 'ending')
  return {
    observedGeneration: generation,
    replicas: pods.length,
    availableReplicas: count(({ phase }) => phase === 'available' || phase === 'ending'),
    // As the API server has it: a zero is left out.
    ...(updated === 0 ? {} : { updatedReplicas: updated }),
  }
}
