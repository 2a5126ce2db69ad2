import {
  type Built,
  type ClientFiles,
  clientFiles,
  configFiles,
  given,
  thanosClient,
  yamlText,
} from '@thanos-fleet/authoring'
import type { ClusterSpec, ExternalAlertmanagers } from '@thanos-fleet/cluster-spec'
import type { Json } from '@thanos-fleet/kubernetes'

const configName = 'thanos-rule-alertmanagers'
const fileName = 'alertmanagers.yaml'
const directory = '/etc/thanos/alertmanagers'
const secrets = '/etc/thanos/alertmanager-client'

/** The file by which Rule knows Alertmanagers that others run; a change of it needs a restart. */
export function alertmanagersConfigs(spec: ClusterSpec): Built['configs'] {
  const elsewhere = spec.externalAlertmanagers
  if (elsewhere === null) return []
  return [configFiles(spec, 'thanos-rule', configName, { [fileName]: yamlText(configuration(elsewhere)) }, 'restart')]
}

/** That file, and what Rule needs to be let in. */
export function alertmanagersFiles({ externalAlertmanagers: elsewhere }: ClusterSpec): ClientFiles {
  if (elsewhere === null) return { volumes: [], volumeMounts: [] }
  const { volumes, volumeMounts } = clientFiles('alertmanager-client', elsewhere, secrets)
  return {
    volumes: [{ name: 'alertmanagers', configMap: { name: configName } }, ...volumes],
    volumeMounts: [{ name: 'alertmanagers', mountPath: directory, readOnly: true }, ...volumeMounts],
  }
}

/** Source: https://thanos.io/tip/components/rule.md/#alertmanager; flag and URLs exclude each other. */
export function alertmanagersFlags({ externalAlertmanagers }: ClusterSpec): { 'alertmanagers.config-file'?: string } {
  return externalAlertmanagers === null ? {} : { 'alertmanagers.config-file': `${directory}/${fileName}` }
}

function configuration(settings: ExternalAlertmanagers): Json {
  const { addresses, scheme, pathPrefix, timeout } = settings
  const client = thanosClient(settings, secrets)
  return {
    alertmanagers: [
      {
        static_configs: addresses,
        scheme,
        api_version: 'v2',
        ...given({ path_prefix: pathPrefix, timeout }),
        ...(Object.keys(client).length === 0 ? {} : { http_config: client }),
      },
    ],
  }
}
