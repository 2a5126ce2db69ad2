import {
  type Built,
  containerPorts,
  type Context,
  goMemoryLimit,
  imageOf,
  podLabels,
  resources,
  restricted,
  pullSecrets,
  serviceAccount,
  users,
} from '@thanos-fleet/authoring'
import { type NodeExporterSpec as Settings, portIn } from '@thanos-fleet/cluster-spec'
import { namespaceOf } from '@thanos-fleet/connections'
import { nodeExporter as nodeExporterArgs } from '@thanos-fleet/flags'
import { commonLabels, type Container, type DaemonSet } from '@thanos-fleet/kubernetes'

const component = 'node-exporter'

/**
 * node-exporter on every node. It is the one exception from Pod Security "restricted": the figures of a node's network,
 * processes and file systems are those of its namespaces and mounts, so it shares them (read-only, and as nobody).
 */
export function nodeExporter(context: Context): Built {
  const { spec } = context
  if (spec.nodeExporter === null) return { objects: [], configs: [] }
  return {
    objects: [
      serviceAccount(spec, component, {}, namespaceOf(component, spec.namespace)),
      daemonSet(context, spec.nodeExporter),
    ],
    configs: [],
  }
}

function daemonSet(context: Context, settings: Settings): DaemonSet {
  const { spec } = context
  const labels = { ...commonLabels(component), ...podLabels(component, component) }
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: component, namespace: namespaceOf(component, spec.namespace), labels },
    spec: {
      revisionHistoryLimit: 3,
      selector: { matchLabels: podLabels(component, component) },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: component,
          ...pullSecrets(spec),
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 30,
          hostNetwork: true,
          hostPID: true,
          ...(settings.priorityClassName === null ? {} : { priorityClassName: settings.priorityClassName }),
          nodeSelector: { 'kubernetes.io/os': 'linux', ...settings.nodeSelector },
          ...(settings.tolerations.length === 0 ? {} : { tolerations: settings.tolerations }),
          securityContext: {
            runAsNonRoot: true,
            runAsUser: users.nobody.uid,
            runAsGroup: users.nobody.gid,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [container(context, settings)],
          volumes: [
            { name: 'root', hostPath: { path: '/' } },
            { name: 'sys', hostPath: { path: '/sys' } },
          ],
        },
      },
    },
  }
}

function container(context: Context, settings: Settings): Container {
  const port = portIn(context.spec, component, 'metrics')
  const health = { httpGet: { path: '/', port: 'metrics' } }
  return {
    name: component,
    image: imageOf(context, 'node-exporter'),
    imagePullPolicy: 'IfNotPresent',
    args: args(settings, port),
    env: [goMemoryLimit(settings.resources)],
    ports: containerPorts(component).map((one) => ({ ...one, containerPort: port })),
    startupProbe: { ...health, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { ...health, periodSeconds: 10 },
    livenessProbe: { ...health, periodSeconds: 30, failureThreshold: 4 },
    resources: resources(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'root', mountPath: '/host/root', readOnly: true, mountPropagation: 'HostToContainer' },
      { name: 'sys', mountPath: '/host/sys', readOnly: true, mountPropagation: 'HostToContainer' },
    ],
  }
}

/** File systems and interfaces of pods are left out: they come and go, and cadvisor has them. */
function args(settings: Settings, port: number): string[] {
  return nodeExporterArgs(
    {
      'path.rootfs': '/host/root',
      'path.procfs': '/host/root/proc',
      'path.sysfs': '/host/sys',
      'path.udev.data': '/host/root/run/udev/data',
      'web.listen-address': [`:${port}`],
      'log.level': settings.logLevel,
      'collector.wifi': false,
      'collector.hwmon': false,
      'collector.btrfs': false,
      'collector.filesystem.mount-points-exclude':
        '^/(dev|proc|sys|run/k3s/containerd/.+|run/containerd/.+|var/lib/(docker|kubelet)/.+)($|/)',
      'collector.netclass.ignored-devices': '^(veth.*|cali.*|lxc.*|cni.*|[a-f0-9]{15})$',
      'collector.netdev.device-exclude': '^(veth.*|cali.*|lxc.*|cni.*|[a-f0-9]{15})$',
    },
    settings.extraFlags,
  )
}
