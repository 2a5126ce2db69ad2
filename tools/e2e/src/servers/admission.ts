import { type ComponentName, portOf } from '@thanos-fleet/connections'
import { type KubeObject, selectorLabels } from '@thanos-fleet/kubernetes'
import { object, testNamespace } from './objects.ts'

/** Who is let in where: a server of the test, to a port of a component of the stack. */
export interface Admission {
  /** Of the policy. */
  name: string
  /** Of the stack. */
  namespace: string
  server: string
  component: ComponentName
  /** The port's name. */
  port: string
}

/** A policy of the test beside those of the stack, which let in only what belongs to it. */
export function admission({ name, namespace, server, component, port }: Admission): KubeObject {
  const from = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': testNamespace } },
    podSelector: { matchLabels: selectorLabels(server) },
  }
  const rule = { from: [from], ports: [{ protocol: 'TCP', port: portOf(component, port) }] }
  const spec = {
    podSelector: { matchLabels: selectorLabels(component) },
    policyTypes: ['Ingress'],
    ingress: [rule],
  }
  return object('networking.k8s.io/v1', 'NetworkPolicy', { name, namespace }, { spec })
}
