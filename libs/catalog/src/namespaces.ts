/** The namespaces of a stack: what follows the name that cluster.yaml gives, and what Pod Security admits there. */
export const namespaceKinds = {
  stack: { suffix: '', podSecurity: 'restricted' },
  /** For pods that share the node's namespaces and read its root; no other pod shall have such privileges. */
  nodes: { suffix: '-nodes', podSecurity: 'privileged' },
} as const

export type NamespaceKind = keyof typeof namespaceKinds

export const namespaceKindNames: readonly NamespaceKind[] = ['stack', 'nodes']

/** The longest of the suffixes, for whoever checks that names are not too long. */
export const longestSuffix = namespaceKinds.nodes.suffix

/** The name of a namespace of the stack. @param namespace what cluster.yaml calls it */
export function namespaceName(kind: NamespaceKind, namespace: string): string {
  return `${namespace}${namespaceKinds[kind].suffix}`
}

/** The names of all namespaces that a stack can have. @param namespace what cluster.yaml calls it */
export function namespaceNames(namespace: string): string[] {
  return namespaceKindNames.map((kind) => namespaceName(kind, namespace))
}
