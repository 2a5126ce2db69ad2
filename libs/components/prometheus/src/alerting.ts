import {
  type ClientFiles,
  clientFiles,
  type Context,
  given,
  prometheusClient,
  replicaLabels,
} from '@thanos-fleet/authoring'
import type { ClusterSpec, ExternalAlertmanagers } from '@thanos-fleet/cluster-spec'
import { callees, serviceHost } from '@thanos-fleet/connections'
import type { Json } from '@thanos-fleet/kubernetes'

type Section = { [key: string]: Json }

const directory = '/etc/prometheus/alertmanagers'

/** Every Alertmanager gets every alert, without the label by which replicas differ, so that it sees one alert. */
export function alerting({ spec, facts }: Context): Section {
  const own = callees(facts, 'prometheus', 'alerts').includes('alertmanager')
  const elsewhere = spec.externalAlertmanagers
  const alertmanagers = [
    ...(own ? [found([`_http._tcp.${serviceHost('alertmanager', spec.namespace)}`])] : []),
    ...(elsewhere === null ? [] : [external(elsewhere)]),
  ]
  if (alertmanagers.length === 0) return {}
  return {
    alerting: {
      alert_relabel_configs: [{ regex: replicaLabels.prometheus, action: 'labeldrop' }],
      alertmanagers,
    },
  }
}

/** What Prometheus needs to be let in by Alertmanagers that others run. */
export function alertingFiles({ externalAlertmanagers }: ClusterSpec): ClientFiles {
  return clientFiles('alertmanagers', externalAlertmanagers ?? {}, directory)
}

function external(settings: ExternalAlertmanagers): Section {
  const { addresses, scheme, pathPrefix, timeout } = settings
  const records = addresses.filter((address) => address.startsWith('dnssrv+'))
  const targets = addresses.filter((address) => !address.startsWith('dnssrv+'))
  return {
    scheme,
    ...given({ path_prefix: pathPrefix, timeout }),
    ...prometheusClient(settings, directory),
    ...(targets.length === 0 ? {} : { static_configs: [{ targets }] }),
    ...(records.length === 0 ? {} : found(records.map((record) => record.slice('dnssrv+'.length)))),
  }
}

function found(names: string[]): Section {
  return { dns_sd_configs: [{ names, type: 'SRV', refresh_interval: '30s' }] }
}
