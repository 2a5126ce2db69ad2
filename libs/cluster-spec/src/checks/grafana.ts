import { portOf, portsOf } from '@thanos-fleet/catalog'
import { addressOf } from '../addresses/address.ts'
import { locationOf } from '../addresses/location.ts'
import { type OwnTarget, ownTarget } from '../addresses/own.ts'
import { dataSourceVariables, stackSource } from '../data-sources.ts'
import type { Finding } from '../finding.ts'
import type { Check } from './check.ts'
import { sectionsOf } from '../sections.ts'
import { duplicates } from './duplicates.ts'

/** Replicas that share one SQLite file destroy it; replicas with a file each answer differently. */
export const grafanaDatabase: Check = ({ grafana }) => {
  if (grafana === null || grafana.replicas === 1 || grafana.database !== null) return []
  return [
    {
      code: 'grafana-replicas-without-database',
      path: ['grafana', 'replicas'],
      also: [['grafana', 'database']],
      message: `grafana has ${grafana.replicas} replicas but no external database`,
      remedy: 'write replicas: 1, or add grafana.database with type and urlSecret',
    },
  ]
}

const list = ['grafana', 'dataSources']

/** Grafana refuses to start with two default data sources, and takes the later of two with one name or uid. */
export const dataSourcesOnce: Check = ({ grafana }) => {
  const sources = grafana?.dataSources ?? []
  const ofStack = sources.flatMap(({ name, uid }, index): Finding[] => {
    const key = uid === stackSource.uid ? 'uid' : name === stackSource.name ? 'name' : null
    if (key === null) return []
    return [
      {
        code: 'data-source-of-stack',
        path: [...list, index, key],
        message: `${list.join('.')}[${index}]: the stack has the data source "${stackSource.name}" with the uid "${stackSource.uid}"`,
        remedy: `choose another ${key}; the stack's own follows from queryFrontend and query`,
      },
    ]
  })
  const names = sources.map(({ name }) => name)
  const uids = sources.map(({ uid }) => uid)
  return [
    ...ofStack,
    ...uids.flatMap((uid, index): Finding[] =>
      uid === ''
        ? [
            {
              code: 'missing-key',
              path: [...list, index, 'uid'],
              also: [[...list, index, 'name']],
              message: 'the name has no letter or digit of which a uid could be made',
              remedy: 'add "uid:"',
            },
          ]
        : [],
    ),
    ...duplicates(names, list, 'name', 'data source'),
    // Two of one name mostly have one uid as well: that is said once.
    ...duplicates(uids, list, 'uid', 'uid of a data source').filter(({ path = [] }) => {
      const index = Number(path[list.length])
      return uids[index] !== '' && names.indexOf(names[index] ?? '') === index
    }),
  ]
}

/** What is asked at an address must be there for who asks: Grafana's pod, or a browser. */
export const dataSourcesReachable: Check = (spec) =>
  (spec.grafana?.dataSources ?? []).flatMap(({ url, access }, index): Finding[] => {
    if (url === undefined) return []
    const { host } = addressOf(url)
    const { at } = locationOf(host, spec.namespace)
    const finding = (message: string, remedy: string) => [
      {
        code: 'data-source-not-reachable',
        path: [...list, index, 'url'],
        message: `${list.join('.')}[${index}].url: ${message}`,
        remedy,
      },
    ]
    if (at === 'pod')
      return finding(`nothing but Grafana listens at ${host} of its own pod`, 'write the address of a Service')
    if (access === 'direct')
      return at === 'service'
        ? finding('no browser reaches a Service of the cluster', 'write access: proxy, or a published URL')
        : []
    const own = ownTarget(spec, url)
    if (own === null) return []
    if (own.listener === null)
      return finding(`${host} does not listen at this port`, `write one of its ports: ${portsText(own)}`)
    const { component } = own.listener
    const isOn = sectionsOf(spec).some((section) => section.component === component)
    return isOn ? [] : finding(`this cluster has no ${component}`, 'remove it, or switch the component on')
  })

function portsText(own: OwnTarget): string {
  const ports = own.components.flatMap((name) => portsOf(name).map((port) => portOf(name, port)))
  return [...new Set(ports)].join(', ')
}

/** Grafana puts nothing in the place of a variable that does not exist. */
export const dataSourceVariablesExist: Check = ({ grafana, pods }) => {
  if (grafana === null) return []
  const known = new Set([...Object.keys(pods.extraEnv), ...Object.keys(grafana.extraEnv)])
  return grafana.dataSources.flatMap(({ jsonData }, index) =>
    dataSourceVariables(jsonData)
      .filter(({ name }) => !known.has(name))
      .map(({ name, path }): Finding => ({
        code: 'unknown-variable',
        path: [...list, index, 'jsonData', ...path],
        message: `${list.join('.')}[${index}].jsonData: Grafana takes ${JSON.stringify(`$${name}`)} for an environment variable, which it does not have`,
        remedy: 'write $$ for a dollar sign, or add the variable to grafana.extraEnv',
      })),
  )
}

/** The provider sends people back to the URL that Grafana names, and takes only one that it knows. */
export const oidcNeedsHost: Check = ({ grafana, ingress, pods }) => {
  if (grafana === null || grafana.auth.oidc === null) return []
  const path = ['grafana', 'auth', 'oidc']
  const hasUrl =
    ingress?.hosts.grafana != null ||
    Object.hasOwn(grafana.config['server'] ?? {}, 'root_url') ||
    [grafana, pods].some(({ extraEnv }) => Object.hasOwn(extraEnv, 'GF_SERVER_ROOT_URL'))
  const { roleAttributePath, roleAttributeStrict } = grafana.auth.oidc
  return [
    ...(hasUrl
      ? []
      : [
          {
            code: 'oidc-without-host',
            path,
            at: 'key' as const,
            also: [['ingress', 'hosts', 'grafana']],
            message:
              'grafana.auth.oidc needs the URL of Grafana: providers send people back to it after they logged in',
            remedy:
              'add ingress.hosts.grafana, or where something else publishes it grafana.config: { server: { root_url: … } }',
          },
        ]),
    ...(roleAttributeStrict && roleAttributePath === null
      ? [
          {
            code: 'oidc-without-roles',
            path: [...path, 'roleAttributeStrict'],
            also: [[...path, 'roleAttributePath']],
            message:
              'roleAttributeStrict without roleAttributePath turns everybody away: nothing says which role a user has',
            remedy: 'add roleAttributePath, or remove it',
          },
        ]
      : []),
  ]
}
