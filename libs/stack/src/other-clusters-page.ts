import { type ClusterSpec, publishedAt, writtenAt } from '@thanos-fleet/cluster-spec'
import { markdownTable } from '@thanos-fleet/text/tables'

/**
 * What a cluster is to others, for its page: whom it reads, who sends to it, to whom it sends, and where others read it. Who reads it
 * is on the page of the fleet, which changes with them.
 */
export function otherClustersSection(spec: ClusterSpec): string[] {
  const said = [...published(spec), ...sends(spec), ...written(spec), ...reads(spec)]
  return said.length === 0 ? [] : ['## Other clusters', '', ...said]
}

function published(spec: ClusterSpec): string[] {
  const place = publishedAt(spec)
  return place === null
    ? []
    : [`Others read this cluster at \`${place.host}:${place.port}\`: [the fleet](../README.md).`, '']
}

function sends({ name, links: { writesTo } }: ClusterSpec): string[] {
  if (writesTo === null) return []
  return [
    `Prometheus sends everything to ${linkTo(writesTo.name)}, \`${writesTo.host}:${writesTo.port}\`, as the tenant \`${name}\`; queries are asked there.`,
    '',
  ]
}

function written(spec: ClusterSpec): string[] {
  const { writers } = spec.links
  const place = writtenAt(spec)
  if (writers.length === 0 || place === null) return []
  return [
    `These clusters send to \`${place.host}:${place.port}\`, each as the tenant of its name: ${writers.map(linkTo).join(', ')}.`,
    '',
  ]
}

function reads({ links }: ClusterSpec): string[] {
  if (links.reads.length === 0) return []
  const rows = links.reads.map(({ name, host, port, externalLabels }) => [
    linkTo(name),
    `\`${host}:${port}\``,
    Object.entries(externalLabels)
      .map(([label, value]) => `\`${label}=${value}\``)
      .join(' '),
  ])
  return [
    'Query reads these clusters, and removes copies of them by its own list of labels.',
    '',
    markdownTable(['cluster', 'StoreAPI', 'external labels'], rows),
    '',
  ]
}

function linkTo(cluster: string): string {
  return `[${cluster}](../${cluster}/README.md)`
}
