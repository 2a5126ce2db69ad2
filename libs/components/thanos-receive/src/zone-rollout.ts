import type { ClusterSpec, Hashring } from '@thanos-fleet/cluster-spec'
import {
  commonLabels,
  selectorLabels,
  type ValidatingAdmissionPolicy,
  type ValidatingAdmissionPolicyBinding,
} from '@thanos-fleet/kubernetes'

const component = 'thanos-receive-ingestor'

type Guard = ValidatingAdmissionPolicy | ValidatingAdmissionPolicyBinding

/** The label of a hashring's pods and StatefulSets. */
export function ringLabels(hashring: string): Record<string, string> {
  return { 'thanos-fleet/hashring': hashring }
}

/**
 * What lets the zones of a hashring be replaced one after the other: each zone is a StatefulSet of its own, and nothing else
 * holds one back while another is replaced, so that all copies of a series would restart together. The API server itself
 * refuses to delete a pod for a rollout while the pods of another zone are not back, whoever applied the change; the
 * StatefulSet controller tries again. Nothing without zones: there one StatefulSet replaces one pod at a time.
 */
export function zoneRollout(spec: ClusterSpec): Guard[] {
  const rings = spec.receive.hashrings.filter(isZoned)
  if (rings.length === 0) return []
  return [orderPolicy, presencePolicy].flatMap((policyOf): Guard[] => {
    const policy = policyOf(spec)
    return [policy, ...rings.map((ring) => binding(spec, policy, ring.name))]
  })
}

/** Whether copies of a series are in several StatefulSets. */
function isZoned({ zones }: Hashring): boolean {
  return zones.length > 1
}

/**
 * Zones go by the alphabet. Of each other zone the pods must be available, since long enough, and its controller must know
 * its newest change; a zone that comes before must have no pods any more but those of that change. The order decides between
 * zones that change at the same moment: of two, one sees the other's change.
 */
function orderPolicy(spec: ClusterSpec): ValidatingAdmissionPolicy {
  const waits = (reason: string) =>
    `'the rollout of ' + variables.own + ' waits for ' + params.metadata.name + ', ${reason}'`
  return policy(spec, 'zone-order', {
    paramKind: { apiVersion: 'apps/v1', kind: 'StatefulSet' },
    variables: [
      { name: 'own', expression: `oldObject.metadata.labels['app.kubernetes.io/instance']` },
      { name: 'other', expression: 'params.metadata.name != variables.own' },
      { name: 'before', expression: 'params.metadata.name < variables.own' },
      { name: 'replicas', expression: 'params.spec.replicas' },
      {
        name: 'updated',
        expression: 'has(params.status.updatedReplicas) ? params.status.updatedReplicas : 0',
      },
    ],
    validations: [
      {
        expression:
          '!variables.other || (has(params.status.observedGeneration) && params.status.observedGeneration == params.metadata.generation)',
        messageExpression: waits('whose change is not looked at yet'),
      },
      {
        expression: '!variables.other || params.status.availableReplicas >= variables.replicas',
        messageExpression: waits('which lacks pods'),
      },
      {
        expression:
          '!variables.before || (variables.updated == variables.replicas && params.status.replicas == variables.replicas)',
        messageExpression: waits('which goes first'),
      },
    ],
  })
}

/**
 * All ingestors must be ready, and none be about to end. A StatefulSet counts a pod that serves on while it ends among those
 * that are available; its PodDisruptionBudget does not, so that a drained node is waited for as well.
 */
function presencePolicy(spec: ClusterSpec): ValidatingAdmissionPolicy {
  return policy(spec, 'zone-presence', {
    paramKind: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
    validations: [
      {
        expression:
          'has(params.status.observedGeneration) && params.status.observedGeneration == params.metadata.generation && params.status.currentHealthy >= params.status.expectedPods',
        message: 'the rollout waits until all ingestors are ready and none is about to end',
      },
    ],
  })
}

type Parts = Pick<NonNullable<ValidatingAdmissionPolicy['spec']>, 'paramKind' | 'variables' | 'validations'>

function policy(spec: ClusterSpec, purpose: string, parts: Parts): ValidatingAdmissionPolicy {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: metadata(`${spec.namespace}-${component}-${purpose}`),
    spec: {
      // Not to know is no permission: a rollout waits until the API server can tell.
      failurePolicy: 'Fail',
      matchConstraints: {
        matchPolicy: 'Equivalent',
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': spec.namespace } },
        objectSelector: { matchLabels: selectorLabels(component) },
        resourceRules: [
          { apiGroups: [''], apiVersions: ['v1'], operations: ['DELETE'], resources: ['pods'], scope: 'Namespaced' },
        ],
      },
      matchConditions: [
        {
          // By whichever of the two names: kube-controller-manager --use-service-account-credentials. People, evictions
          // and the garbage collector are not held back.
          name: 'deleted-by-its-controller',
          expression: `request.userInfo.username in ['system:serviceaccount:kube-system:statefulset-controller', 'system:kube-controller-manager']`,
        },
        {
          // What serves nothing takes nothing away, and a broken pod must be replaceable, or no repair could arrive.
          name: 'serves',
          expression: `has(oldObject.status.conditions) && oldObject.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')`,
        },
      ],
      ...parts,
    },
  }
}

function binding(
  spec: ClusterSpec,
  policy: ValidatingAdmissionPolicy,
  hashring: string,
): ValidatingAdmissionPolicyBinding {
  const ofBudget = policy.spec?.paramKind?.kind === 'PodDisruptionBudget'
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: metadata(`${policy.metadata.name}-${hashring}`),
    spec: {
      policyName: policy.metadata.name,
      validationActions: ['Deny'],
      matchResources: {
        matchPolicy: 'Equivalent',
        namespaceSelector: {},
        objectSelector: { matchLabels: ringLabels(hashring) },
      },
      paramRef: {
        namespace: spec.namespace,
        // Not 'Deny': the API server looks for these objects before it asks who deletes, so that people, drained nodes and the
        // deletion of a namespace would be refused as soon as the StatefulSets are gone. Without them nothing rolls out.
        // Source: kubernetes, admission/plugin/policy/validating/dispatcher.go, Dispatch
        parameterNotFoundAction: 'Allow',
        ...(ofBudget ? { name: component } : { selector: { matchLabels: ringLabels(hashring) } }),
      },
    },
  }
}

/** Argo CD applies the guard before what it guards. */
function metadata(name: string): Guard['metadata'] {
  return { name, labels: commonLabels(component), annotations: { 'argocd.argoproj.io/sync-wave': '-1' } }
}
