import { ensureTools } from '@thanos-fleet/cli-tools'
import { ensureSchemas, kubernetesVersions, schemaLocations } from '@thanos-fleet/schemas'
import { gen, namesOf } from '../fleet.ts'
import { timed } from '../process.ts'
import { measure, type Subject } from '../rounds.ts'
import type { CaseOptions, Comparison } from './case.ts'

/** What people write who have no such tool: each cluster is built, and then validated against each version. */
const loop = `
set -eu
for cluster in "$FLEET"/clusters/*/; do
  built=$("$KUSTOMIZE" build "$cluster")
  for version in $VERSIONS; do
    printf '%s\\n' "$built" | "$KUBECONFORM" -strict -kubernetes-version "$version" \\
      -schema-location "$KUBERNETES" -schema-location "$CUSTOM" -
  done
done
`

/** Builds and validates a generated fleet, against a loop in the shell, which compares nothing with the model. */
export async function validation({ clusters, create, rounds, log }: CaseOptions): Promise<Comparison> {
  const fleet = create()
  const tools = await ensureTools(['kustomize', 'kubeconform'], { log })
  await ensureSchemas({ log })
  const [kubernetes = '', custom = ''] = schemaLocations()
  const environment = {
    FLEET: fleet.folder,
    VERSIONS: kubernetesVersions.join(' '),
    KUSTOMIZE: tools.kustomize,
    KUBECONFORM: tools.kubeconform,
    KUBERNETES: kubernetes,
    CUSTOM: custom,
  }
  const assignments = Object.entries(environment).map(([name, value]) => `${name}=${value}`)
  await timed(gen(fleet, 'overlays'))
  const subjects: Subject[] = [
    // By name, since bases and GitOps objects, which the loop does not know, are left out then.
    {
      name: 'gen validate --quick',
      command: () => gen(fleet, 'validate', '--quick', ...namesOf(fleet)),
      node: true,
    },
    { name: 'shell loop', command: () => ({ program: 'env', args: [...assignments, 'sh', '-c', loop] }), node: false },
  ]
  return { task: 'validation', clusters, measured: await measure(subjects, { rounds, log }) }
}
