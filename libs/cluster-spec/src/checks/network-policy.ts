import { addressOf } from '../addresses/address.ts'
import { locationOf } from '../addresses/location.ts'
import { addressesElsewhere, alertmanagersElsewhere, dataSourceAddresses, loginProvider } from '../addresses/said.ts'
import { bucketsOf } from '../buckets.ts'
import { dataPathsOf } from '../data-paths.ts'
import type { Finding } from '../finding.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Check } from './check.ts'

/** `external.ports` are for addresses whose port no setting says; a cluster may have none. */
export const externalPortsUsed: Check = (spec, { written }) => {
  const { alertmanager, query } = spec
  const path = ['networkPolicy', 'external', 'ports']
  const bySrv = [...query.extraEndpoints, ...alertmanagersElsewhere(spec)]
    .map(addressOf)
    .some(({ srv, port }) => srv && port === null)
  const bySwift = bucketsOf(spec).some(({ store }) => store.type === 'SWIFT')
  if (!written(path) || alertmanager !== null || bySwift || bySrv) return []
  return [withoutEffect(path, 'they are the ports of alert receivers, and alertmanager is off', 'alertmanager: true')]
}

/** An entry of `servicePorts` narrows what an address in the namespace allows: without one, it is about nothing. */
export const servicePortsUsed: Check = (spec) => {
  const used = namespacesOf(spec)
  return Object.keys(spec.networkPolicy.servicePorts)
    .filter((namespace) => !used.includes(namespace))
    .map((namespace) =>
      withoutEffect(
        ['networkPolicy', 'servicePorts', namespace],
        `no address leads to the namespace ${namespace}`,
        'an address as <service>.<namespace>.svc',
      ),
    )
}

/** The namespaces to which addresses lead, and those that settings say of Secrets. */
function namespacesOf(spec: ClusterSpec): string[] {
  const addresses = [...addressesElsewhere(spec), ...dataSourceAddresses(spec), ...loginProvider(spec)]
  const locations = addresses.map((address) => locationOf(addressOf(address).host, spec.namespace))
  return [
    ...spec.networkPolicy.external.namespaces,
    ...locations.flatMap((location) => ('namespace' in location ? [location.namespace] : [])),
  ]
}

function withoutEffect(path: string[], why: string, instead: string): Finding {
  return {
    severity: 'warning',
    code: 'setting-without-effect',
    path,
    at: 'key',
    message: `${path.join('.')} has no effect: ${why}`,
    remedy: `remove it, or write ${instead}`,
  }
}

/** Who may send is asked for where somebody listens, and everybody else is kept out. */
export const clientsOfListeners: Check = (spec) => {
  const { clients, enabled } = spec.networkPolicy
  const { receivers } = dataPathsOf(spec)
  const unused = [
    ...(clients.otlp.length > 0 && spec.prometheus.otlp === null
      ? [withoutEffect(['networkPolicy', 'clients', 'otlp'], 'Prometheus takes no OTLP', 'prometheus.otlp: true')]
      : []),
    ...(clients.remoteWrite.length > 0 && !receivers && spec.migration === null
      ? [
          withoutEffect(
            ['networkPolicy', 'clients', 'remoteWrite'],
            `mode ${spec.mode} has no Receive`,
            'mode: receive-mode',
          ),
        ]
      : []),
  ]
  if (!enabled || spec.prometheus.otlp === null || clients.otlp.length > 0) return unused
  const nobody: Finding = {
    severity: 'warning',
    code: 'otlp-without-clients',
    path: ['prometheus', 'otlp'],
    at: 'key',
    message: 'prometheus.otlp takes metrics, and no NetworkPolicy lets anybody send them',
    remedy: 'add the pods that send: networkPolicy: {clients: {otlp: [{namespace: opentelemetry, podLabels: {}}]}}',
  }
  return [...unused, nobody]
}
