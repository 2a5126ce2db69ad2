import type { ClusterSpec, Container as ContainerSettings, ReadLimits } from '@thanos-fleet/cluster-spec'
import { type ComponentName, components, portOf, portsOf, protocolOf } from '@thanos-fleet/connections'
import type { Container, ContainerPort, EnvVar, VolumeMount } from '@thanos-fleet/kubernetes'
import { type ProbeOptions, probes, resources, restricted } from './container.ts'
import { type Context, imageOf } from './context.ts'
import { thanosTracing } from './tracing.ts'

/** A container of Thanos as all its components have it; they differ in arguments, mounts and probes. */
export function thanosContainer(
  context: Context,
  component: ComponentName,
  settings: ContainerSettings,
  options: {
    args: string[]
    env?: EnvVar[]
    mounts?: VolumeMount[]
  } & ProbeOptions,
): Container {
  const http = components[component].metrics
  return {
    name: component,
    image: imageOf(context, 'thanos'),
    imagePullPolicy: 'IfNotPresent',
    args: options.args,
    ...(options.env === undefined || options.env.length === 0 ? {} : { env: options.env }),
    ports: containerPorts(component),
    ...probes(http, options),
    resources: resources(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    ...(options.mounts === undefined || options.mounts.length === 0 ? {} : { volumeMounts: options.mounts }),
  }
}

/** The ports of a component as its container declares them. */
export function containerPorts(component: ComponentName): ContainerPort[] {
  return portsOf(component).map((name) => ({
    name,
    containerPort: portOf(component, name),
    protocol: protocolOf(component, name),
  }))
}

/** Where links in alerts lead: the published page of Query; none where it is not published. */
export function alertQueryUrl({ ingress }: ClusterSpec) {
  const host = ingress?.hosts.query ?? null
  return host === null ? {} : { 'alert.query-url': `https://${host}` }
}

/** The flags by which a StoreAPI refuses what is too much. None where nothing is limited, which is the default of Thanos. */
export function readLimitFlags({ requestSeries, requestSamples }: ReadLimits) {
  return {
    ...(requestSeries === 0 ? {} : { 'store.limits.request-series': requestSeries }),
    ...(requestSamples === 0 ? {} : { 'store.limits.request-samples': requestSamples }),
  }
}

/** The flags that every Thanos component has. */
export function commonThanosFlags(
  { tracing }: Pick<ClusterSpec, 'tracing'>,
  component: ComponentName,
  { logLevel }: ContainerSettings,
) {
  return {
    'log.level': logLevel,
    'log.format': 'logfmt',
    'enable-auto-gomemlimit': true,
    // As text of the flag: Thanos reads it when it starts, so a change has to replace the pods.
    ...(tracing === null ? {} : { 'tracing.config': thanosTracing(tracing, component) }),
  } as const
}
