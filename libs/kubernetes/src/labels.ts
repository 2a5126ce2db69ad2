/**
 * The recommended labels of an object of the stack.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 *
 * The version is left out on purpose: labels of a pod template that change with every release would make each
 * selector-by-eye and each difference noisier, and the image already states it.
 */
export function commonLabels(component: string): Record<string, string> {
  return { ...selectorLabels(component), 'app.kubernetes.io/part-of': 'thanos-fleet' }
}

/** The labels by which Services, workloads and NetworkPolicies select the pods of a component. They never change. */
export function selectorLabels(component: string): { 'app.kubernetes.io/name': string } {
  return { 'app.kubernetes.io/name': component }
}
