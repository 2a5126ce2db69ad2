import {
  type Built,
  configFiles,
  containerPorts,
  type Context,
  disruptionBudget,
  extraDirectory,
  goMemoryLimit,
  imageOf,
  probes,
  reloader,
  resources,
  restricted,
  service,
  serviceAccount,
  statefulSet,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import type { AlertmanagerSpec, ClusterSpec } from '@thanos-fleet/cluster-spec'
import { port } from '@thanos-fleet/connections'
import { alertmanager as alertmanagerArgs, goDuration } from '@thanos-fleet/flags'
import type { Container, Volume, VolumeMount } from '@thanos-fleet/kubernetes'
import { configuration } from './configuration.ts'
import { secretsOf, secretsDirectory } from './receivers.ts'

const component = 'alertmanager'
const configName = 'alertmanager-config'
const configDirectory = '/etc/alertmanager/config'
const templatesDirectory = '/etc/alertmanager/templates'
const data = '/alertmanager'

/** Peers find each other by the names of their pods, also before they are ready: they become ready by finding each other. */
const peersService = 'alertmanager-peers'

/**
 * Alertmanager as a cluster of equals with a volume each: one notification whoever gets the alert first, and silences
 * that outlive a restart.
 */
export function alertmanager(context: Context): Built {
  const { spec } = context
  const settings = spec.alertmanager
  if (settings === null) return { objects: [], configs: [] }
  const config = { name: 'config', mountPath: configDirectory, readOnly: true }
  const secrets = secretVolumes(settings)
  const templates = extraDirectory(spec, component, spec.extra.alertTemplates, {
    config: `${component}-templates`,
    volume: 'templates',
    directory: templatesDirectory,
  })
  const pattern = templates.configs.length === 0 ? null : `${templatesDirectory}/*.tmpl`
  return {
    objects: [
      serviceAccount(spec, component),
      service(spec, component, { headless: true, ports: ['http'] }),
      service(spec, component, {
        headless: true,
        name: peersService,
        ports: ['gossip', 'gossip-udp'],
        publishNotReady: true,
      }),
      statefulSet({
        spec,
        component,
        workload: component,
        settings,
        user: users.nobody,
        gracePeriod: 120,
        replicas: settings.replicas,
        service: peersService,
        volumeSize: settings.volumeSize,
        containers: [
          container(context, settings, [
            config,
            ...templates.volumeMounts,
            { name: 'data', mountPath: data },
            ...secrets.mounts,
          ]),
          reloader(context, port(component, 'http'), [config, ...templates.volumeMounts]),
        ],
        volumes: [{ name: 'config', configMap: { name: configName } }, ...templates.volumes, ...secrets.volumes],
      }),
      disruptionBudget(spec, component),
    ],
    configs: [
      ...templates.configs,
      configFiles(
        spec,
        component,
        configName,
        { 'alertmanager.yaml': yamlText(configuration(settings, spec.tracing, pattern)) },
        'reload',
      ),
    ],
  }
}

/** The Secrets of all receivers, each once. */
function secretVolumes({ receivers }: AlertmanagerSpec): { volumes: Volume[]; mounts: VolumeMount[] } {
  const names = [...new Set(receivers.flatMap((receiver) => secretsOf(receiver).map(({ name }) => name)))]
  return {
    volumes: names.map((secretName) => ({ name: `secret-${secretName}`, secret: { secretName } })),
    mounts: names.map((name) => ({ name: `secret-${name}`, mountPath: `${secretsDirectory}/${name}`, readOnly: true })),
  }
}

function container(context: Context, settings: AlertmanagerSpec, mounts: VolumeMount[]): Container {
  return {
    name: component,
    image: imageOf(context, 'alertmanager'),
    imagePullPolicy: 'IfNotPresent',
    args: args(context.spec, settings),
    env: [
      { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      goMemoryLimit(settings.resources),
    ],
    ports: containerPorts(component),
    ...probes('http'),
    resources: resources(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: mounts,
  }
}

function args(spec: ClusterSpec, settings: AlertmanagerSpec): string[] {
  const gossip = port(component, 'gossip')
  const host = spec.ingress?.hosts.alertmanager ?? null
  const peers = Array.from(
    { length: settings.replicas },
    (_, index) => `${component}-${index}.${peersService}.${spec.namespace}.svc:${gossip}`,
  )
  return alertmanagerArgs(
    {
      'config.file': `${configDirectory}/alertmanager.yaml`,
      'storage.path': data,
      'data.retention': goDuration(settings.retention),
      'web.listen-address': [`0.0.0.0:${port(component, 'http')}`],
      ...(host === null ? {} : { 'web.external-url': `https://${host}` }),
      // An empty address is how clustering is switched off; with one replica there is nobody to wait for.
      'cluster.listen-address': settings.replicas === 1 ? '' : `0.0.0.0:${gossip}`,
      ...(settings.replicas === 1
        ? {}
        : {
            // In brackets also where it is an IPv4 address, as net.SplitHostPort of Go takes both.
            'cluster.advertise-address': `[$(POD_IP)]:${gossip}`,
            'cluster.label': spec.namespace,
            'cluster.reconnect-timeout': '5m' as const,
            'cluster.peer': peers,
          }),
      'log.level': settings.logLevel,
    },
    settings.extraFlags,
  )
}
