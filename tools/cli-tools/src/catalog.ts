/** How one tool is built and recognised. Its version stands in the go.mod of `module`, and nowhere else. */
export interface Tool {
  /** Folder below tools/go. Tools share one where their dependencies agree, so that common packages compile once. */
  readonly module: string
  /** Import path of the main package. */
  readonly package: string
  readonly tags?: readonly string[]
  /** The linker's `-X` value that makes the tool report its version; `{version}` stands for it. */
  readonly versionVariable?: string
  /** Arguments with which the tool prints its version. */
  readonly versionArgs: readonly string[]
  /** Folder which the package embeds but its module lacks: it is built from a copy with a placeholder there. */
  readonly missingEmbed?: string
}

/**
 * Service discoveries nobody here configures would be a third of the Prometheus code to compile.
 * A configuration that uses another one than Kubernetes, DNS, file or static is then refused.
 */
const discoveries = ['remove_all_sd', 'enable_kubernetes_sd', 'enable_dns_sd'] as const

const commonVersion = 'github.com/prometheus/common/version.Version={version}'

/** Every pinned tool, by the name of its binary. The order is the order of building within a module. */
export const catalog = {
  kustomize: {
    // reports the version of its module without being told
    module: 'manifests',
    package: 'sigs.k8s.io/kustomize/kustomize/v5',
    versionArgs: ['version'],
  },
  kubeconform: {
    module: 'manifests',
    package: 'github.com/yannh/kubeconform/cmd/kubeconform',
    versionVariable: 'main.version=v{version}',
    versionArgs: ['-v'],
  },
  promtool: {
    module: 'prometheus',
    package: 'github.com/prometheus/prometheus/cmd/promtool',
    tags: discoveries,
    versionVariable: commonVersion,
    versionArgs: ['--version'],
  },
  amtool: {
    module: 'prometheus',
    package: 'github.com/prometheus/alertmanager/cmd/amtool',
    tags: discoveries,
    versionVariable: commonVersion,
    versionArgs: ['--version'],
  },
  prometheus: {
    // without the tag builtinassets: it serves no web interface, and needs none to be compiled
    module: 'prometheus',
    package: 'github.com/prometheus/prometheus/cmd/prometheus',
    tags: discoveries,
    versionVariable: commonVersion,
    versionArgs: ['--version'],
  },
  alertmanager: {
    module: 'prometheus',
    package: 'github.com/prometheus/alertmanager/cmd/alertmanager',
    tags: discoveries,
    versionVariable: commonVersion,
    versionArgs: ['--version'],
    missingEmbed: 'ui/app/dist',
  },
  node_exporter: {
    module: 'prometheus',
    package: 'github.com/prometheus/node_exporter',
    tags: discoveries,
    versionVariable: commonVersion,
    versionArgs: ['--version'],
  },
  'kube-score': {
    module: 'kube-score',
    package: 'github.com/zegl/kube-score/cmd/kube-score',
    versionVariable: 'main.version=v{version}',
    versionArgs: ['version'],
  },
  thanos: {
    // without slicelabels the sidecar crashes as soon as Query asks it for labels
    module: 'thanos',
    package: 'github.com/thanos-io/thanos/cmd/thanos',
    tags: ['netgo', 'slicelabels'],
    versionVariable: commonVersion,
    versionArgs: ['--version'],
  },
  'kube-state-metrics': {
    module: 'kubernetes',
    package: 'k8s.io/kube-state-metrics/v2',
    versionVariable: 'github.com/prometheus/common/version.Version=v{version}',
    versionArgs: ['version'],
  },
  'prometheus-config-reloader': {
    module: 'kubernetes',
    package: 'github.com/prometheus-operator/prometheus-operator/cmd/prometheus-config-reloader',
    versionVariable: commonVersion,
    versionArgs: ['--version'],
  },
} satisfies Record<string, Tool>

export type ToolName = keyof typeof catalog

const isToolName = (name: string): name is ToolName => Object.hasOwn(catalog, name)

/** Names of all pinned tools. */
export const toolNames: readonly ToolName[] = Object.keys(catalog).filter(isToolName)

/** The catalog's entry, with its optional properties visible to the type checker. */
export function toolOf(name: ToolName): Tool {
  return catalog[name]
}

/** Reads tool names from a command line; throws an Error that lists the known ones. */
export function parseToolNames(names: readonly string[]): ToolName[] {
  return names.map((name) => {
    if (!isToolName(name)) throw new Error(`unknown tool "${name}"; known: ${toolNames.join(', ')}`)
    return name
  })
}
