import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { Container, PodSpec } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import { withPods } from './pods.ts'

/**
 * Pods that leave it to the cluster which user and groups they have. `fsGroupChangePolicy` stays: the cluster gives a group
 * for volumes too. Source:
 * https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html
 */
export function withoutFixedUsers({ security }: ClusterSpec, state: State): State {
  if (security.fixedUsers) return state
  const objects = state.objects.map((object) =>
    withPods(object, (pods) => (pods.spec === undefined ? pods : { ...pods, spec: anyUser(pods.spec) })),
  )
  return { ...state, objects }
}

function anyUser(pod: PodSpec): PodSpec {
  const { initContainers } = pod
  return {
    ...anyUserOf(pod),
    containers: pod.containers.map(anyUserOf<Container>),
    ...(initContainers === undefined ? {} : { initContainers: initContainers.map(anyUserOf<Container>) }),
  }
}

type Context = NonNullable<PodSpec['securityContext']>

function anyUserOf<One extends { securityContext?: Context }>(one: One): One {
  if (one.securityContext === undefined) return one
  const { runAsUser: _user, runAsGroup: _group, fsGroup: _volumes, ...rest } = one.securityContext
  return { ...one, securityContext: rest }
}
