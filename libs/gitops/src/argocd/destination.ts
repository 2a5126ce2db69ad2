import { type DestinationChoice, resolveDestination } from '@thanos-fleet/cluster-spec'
import type { FleetCluster } from '../fleet.ts'

/** Fields of an Application's destination, as the ApplicationSet's template has them. */
export interface DestinationTemplate {
  name?: string
  server?: string
}

/** What the template finds in cluster.yaml, or nothing. */
const said = '$said := dig "gitops" "destination" "" .'

/**
 * The destination of all Applications: as the fleet has it, and where a cluster.yaml says something else, that. Argo CD
 * reads the file itself, so that the template need not name clusters. Of the two fields one is empty for each cluster.
 */
export function destinationTemplate(clusters: readonly FleetCluster[], choice: DestinationChoice): DestinationTemplate {
  const common = resolveDestination(choice, '{{ .name }}')
  const differs = ({ name, destination }: FleetCluster) =>
    JSON.stringify(destination) !== JSON.stringify(resolveDestination(choice, name))
  if (!clusters.some(differs)) return common
  const { name = '', server = '' }: DestinationTemplate = common
  return {
    name:
      `{{ ${said} }}{{ if kindIs "map" $said }}{{ dig "name" "" $said | replace "{cluster}" .name }}` +
      `{{ else if eq $said "cluster-name" }}{{ .name }}{{ else if $said }}{{ $said }}{{ else }}${name}{{ end }}`,
    server:
      `{{ ${said} }}{{ if kindIs "map" $said }}{{ dig "server" "" $said | replace "{cluster}" .name }}` +
      `{{ else if not $said }}${server}{{ end }}`,
  }
}
