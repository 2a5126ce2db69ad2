import type { KubeObject } from '@thanos-fleet/kubernetes'
import { object, serverObjects, testNamespace } from './objects.ts'

/** The port of every server that is made of the fixture program. */
export const fixturePort = 8080

/** The scrape target, the webhook receiver, a foreign pod that tries ports, a reader inside the cluster, a flooding writer. */
export const fixtures = ['target', 'webhook', 'probe', 'query', 'flood'] as const
export type Fixture = (typeof fixtures)[number]

export function fixtureObjects(image: string): KubeObject[] {
  return fixtures.flatMap((name) =>
    serverObjects({ name, image, args: [name], ports: { http: fixturePort }, readiness: '' }),
  )
}

/** On every node, with the node's disk: makes directories of local volumes, fills disks, sees connections. Privileged, hence not of `fixtures`. */
export function diskObjects(image: string): KubeObject[] {
  const labels = { 'app.kubernetes.io/name': 'disk' }
  return [
    object(
      'apps/v1',
      'DaemonSet',
      { name: 'disk', namespace: testNamespace, labels },
      {
        spec: {
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: {
              automountServiceAccountToken: false,
              terminationGracePeriodSeconds: 5,
              tolerations: [{ operator: 'Exists' }],
              // To see the connections of the node's pods, see fixture/connections.go.
              hostPID: true,
              securityContext: { runAsUser: 0, runAsGroup: 0 },
              containers: [
                {
                  name: 'disk',
                  image,
                  args: ['disk', '--root=/host/data'],
                  imagePullPolicy: 'IfNotPresent',
                  ports: [{ name: 'http', containerPort: fixturePort }],
                  readinessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 1 },
                  securityContext: { privileged: true },
                  volumeMounts: [{ name: 'data', mountPath: '/host/data', mountPropagation: 'Bidirectional' }],
                },
              ],
              volumes: [{ name: 'data', hostPath: { path: '/data', type: 'DirectoryOrCreate' } }],
            },
          },
        },
      },
    ),
  ]
}
