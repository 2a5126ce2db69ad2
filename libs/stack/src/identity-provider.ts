import type { ClusterSpec, ObjectStore } from '@thanos-fleet/cluster-spec'
import type { Place } from '@thanos-fleet/connections'

/** How a cloud gives pods an identity of their own; what the specification says tells them apart. */
type Identity = 'IRSA' | 'EKS Pod Identity' | 'GKE' | 'Microsoft Entra' | 'Azure managed identity' | 'OKE'

/**
 * Where each has its credentials from. Agents on the nodes have addresses that no setting of the cluster changes.
 *
 * - IRSA: STS, https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
 * - EKS Pod Identity: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 * - GKE: 169.254.169.254 with Dataplane V2, 169.254.169.252 with others, as its page on network policies says; 988 of the
 *   former was the port before version 1.21, https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy
 * - Microsoft Entra: login.microsoftonline.com, https://azure.github.io/azure-workload-identity/docs/
 * - Azure managed identity: the metadata service of the node's machine
 * - OKE: the proxymux of the control plane, `KUBERNETES_SERVICE_HOST:12250`, common/auth of oci-go-sdk
 */
const places: Record<Identity, (settings: ClusterSpec['networkPolicy']) => Place[]> = {
  IRSA: ({ external }) => [{ cidrs: external.cidrs, ports: [443] }],
  'EKS Pod Identity': () => [{ cidrs: ['169.254.170.23/32', 'fd00:ec2::23/128'], ports: [80] }],
  GKE: () => [
    { cidrs: ['169.254.169.254/32'], ports: [80, 988, 8080] },
    { cidrs: ['169.254.169.252/32'], ports: [987, 988] },
  ],
  'Microsoft Entra': ({ external }) => [{ cidrs: external.cidrs, ports: [443] }],
  'Azure managed identity': () => [{ cidrs: ['169.254.169.254/32'], ports: [80] }],
  OKE: ({ apiServer }) => [{ cidrs: apiServer.cidrs, ports: [12250] }],
}

/** Where pods that work on a bucket get credentials by their own identity; nowhere if they have a Secret. */
export function identityProvider({ networkPolicy }: ClusterSpec, store: ObjectStore): Place[] {
  const identity = identityOf(store)
  return identity === null ? [] : places[identity](networkPolicy)
}

function identityOf(store: ObjectStore): Identity | null {
  if (store.type === 'FILESYSTEM' || !('workloadIdentity' in store.credentials)) return null
  const { annotations, podLabels } = store.credentials.workloadIdentity
  switch (store.type) {
    case 'S3':
      // An association of Pod Identity is an object of EKS: nothing at the ServiceAccount tells of it.
      return 'eks.amazonaws.com/role-arn' in annotations ? 'IRSA' : 'EKS Pod Identity'
    case 'GCS':
      return 'GKE'
    case 'AZURE':
      return podLabels['azure.workload.identity/use'] === 'true' ? 'Microsoft Entra' : 'Azure managed identity'
    case 'OCI':
      return 'OKE'
    default:
      // Refused by the checks of cluster.yaml: Thanos knows no identity there.
      return null
  }
}
