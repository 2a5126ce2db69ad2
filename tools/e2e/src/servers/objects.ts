import type { KubeObject } from '@thanos-fleet/kubernetes'

/** The namespace of the test's own servers. */
export const testNamespace = 'e2e'

/** A server of the test: one pod that restarts by itself, and its Service. */
export interface Server {
  name: string
  namespace?: string
  image: string
  args: string[]
  /** Port numbers by name. */
  ports: Record<string, number>
  readiness: string
  /** Where a volume that survives restarts is mounted. */
  data?: string
  /** Secrets as folders: name to path. */
  secrets?: Record<string, string>
  serviceAccount?: string
}

/** The objects of a server. */
export function serverObjects(server: Server): KubeObject[] {
  const { name, namespace = testNamespace, image, args, ports, readiness, data, secrets = {}, serviceAccount } = server
  const labels = { 'app.kubernetes.io/name': name }
  const metadata = { name, namespace, labels }
  const [first] = Object.keys(ports)
  return [
    object('v1', 'Service', metadata, {
      spec: {
        selector: labels,
        ports: Object.entries(ports).map(([port, number]) => ({ name: port, port: number, targetPort: port })),
      },
    }),
    ...(data === undefined
      ? []
      : [
          object('v1', 'PersistentVolumeClaim', metadata, {
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } },
          }),
        ]),
    object('apps/v1', 'Deployment', metadata, {
      spec: {
        replicas: 1,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            ...(serviceAccount === undefined
              ? { automountServiceAccountToken: false }
              : { serviceAccountName: serviceAccount }),
            terminationGracePeriodSeconds: 5,
            securityContext: {
              runAsUser: 65534,
              runAsGroup: 65534,
              fsGroup: 65534,
              runAsNonRoot: true,
              seccompProfile: { type: 'RuntimeDefault' },
            },
            containers: [
              {
                name,
                image,
                args,
                imagePullPolicy: 'IfNotPresent',
                ports: Object.entries(ports).map(([port, containerPort]) => ({ name: port, containerPort })),
                readinessProbe:
                  readiness === ''
                    ? { tcpSocket: { port: first }, periodSeconds: 1 }
                    : { httpGet: { path: readiness, port: first }, periodSeconds: 1 },
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                volumeMounts: [
                  ...(data === undefined ? [] : [{ name: 'data', mountPath: data }]),
                  ...Object.entries(secrets).map(([secret, mountPath]) => ({ name: secret, mountPath })),
                ],
              },
            ],
            volumes: [
              ...(data === undefined ? [] : [{ name: 'data', persistentVolumeClaim: { claimName: name } }]),
              ...Object.keys(secrets).map((secret) => ({ name: secret, secret: { secretName: secret } })),
            ],
          },
        },
      },
    }),
  ]
}

/** A namespace of the test. */
export function namespaceObject(name: string): KubeObject {
  return object('v1', 'Namespace', { name }, {})
}

/** A Secret of texts. */
export function secretObject(
  namespace: string,
  name: string,
  stringData: Record<string, string>,
  type = 'Opaque',
): KubeObject {
  return object('v1', 'Secret', { name, namespace }, { type, stringData })
}

/** Any object; its fields beyond the metadata are Kubernetes' own to check. */
export function object(
  apiVersion: string,
  kind: string,
  metadata: KubeObject['metadata'],
  fields: Record<string, unknown>,
): KubeObject {
  return { apiVersion, kind, metadata, ...fields }
}
