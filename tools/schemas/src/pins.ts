import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseRequirements, type Requirement } from '@thanos-fleet/cli-tools'
import { place } from '@thanos-fleet/product'

const pinsDir = path.join(place.root, 'tools/schemas/pins')
export const kubernetesModule = 'k8s.io/kubernetes'

/** How many of the newest minor releases of Kubernetes are validated with, beside the oldest. */
const newestMinors = 3

/** The folders of CustomResourceDefinitions (files `*.yaml`) in the modules that pins/custom-resources/go.mod names. */
export const customResourceFolders = {
  'github.com/argoproj/argo-cd/v3': 'manifests/crds',
  'github.com/cert-manager/cert-manager': 'deploy/crds',
  'github.com/envoyproxy/gateway': 'charts/gateway-helm/charts/crds/crds/generated',
  'github.com/external-secrets/external-secrets': 'config/crds/bases',
  'github.com/fluxcd/kustomize-controller': 'config/crd/bases',
  'github.com/fluxcd/source-controller': 'config/crd/bases',
  'github.com/traefik/traefik/v3': 'docs/content/reference/dynamic-configuration',
  'sigs.k8s.io/gateway-api': 'config/crd/standard',
} as const

export type CustomResourceModule = keyof typeof customResourceFolders

const isCustomResourceModule = (name: string): name is CustomResourceModule => name in customResourceFolders

/** Modules with CustomResourceDefinitions, by path. */
export const customResourceModules: readonly CustomResourceModule[] =
  Object.keys(customResourceFolders).filter(isCustomResourceModule)

/** Every module that schemas are made from. */
export type SchemaModule = CustomResourceModule | typeof kubernetesModule

/** Text of every go.mod under pins, by folder name: what a stamp has to cover. */
export const pinFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(pinsDir).map((name) => [name, readFileSync(path.join(pinsDir, name, 'go.mod'), 'utf8')]),
)

const requirements = (name: string) => parseRequirements(pinFiles[name] ?? '')

/** Pinned modules with CustomResourceDefinitions. */
export const customResourcePins: readonly Requirement[] = requirements('custom-resources')

/** All pinned versions of Kubernetes, newest first. */
const pinnedKubernetes: readonly string[] = Object.keys(pinFiles)
  .flatMap((name) => requirements(name).filter(({ module }) => module === kubernetesModule))
  .map(({ version }) => version.slice(1))
  .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))

/** The versions of Kubernetes that are validated with, newest first, as `1.37.2`: the newest ones and the oldest. */
export const kubernetesVersions: readonly string[] = pinnedKubernetes.filter(
  (_, index) => index < newestMinors || index === pinnedKubernetes.length - 1,
)

/** The newest supported version of Kubernetes. */
export function newestKubernetes(): string {
  const [newest] = kubernetesVersions
  if (newest === undefined) throw new Error('tools/schemas/pins names no version of Kubernetes')
  return newest
}
