import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { State } from '../state.ts'
import type { Value, ValueMap } from '../value.ts'

export function state(objects: KubeObject[], configs: State['configs'] = []): State {
  return { objects, configs }
}

/** An object of namespace `thanos`. */
export function object(apiVersion: string, kind: string, name: string, rest: ValueMap = {}): KubeObject {
  return { apiVersion, kind, metadata: { name, namespace: 'thanos' }, ...rest }
}

/** A StatefulSet with one container `thanos`, whose fields are given. */
export function statefulSet(name: string, container: ValueMap, spec: ValueMap = {}): KubeObject {
  const containers: Value = [{ name: 'thanos', ...container }]
  return object('apps/v1', 'StatefulSet', name, { spec: { replicas: 2, template: { spec: { containers } }, ...spec } })
}

/** The text without the empty line and the indentation that a template literal brings. */
export function yaml(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n')
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(indent)).join('\n')
}
