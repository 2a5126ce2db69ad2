import { loadCluster, type ProductionMode } from '@thanos-fleet/cluster-spec'
import { productionModes } from '@thanos-fleet/catalog'
import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { desired } from '../desired.ts'
import { perturbations } from '../testing/perturbed.ts'
import { settingsOfFile } from './file-settings.ts'

/**
 * Settings that no other value alone makes another valid cluster of the two examples, since they belong together with
 * others. All others are looked at; a new one needs another value in testing/perturbed.ts, or its place here.
 */
const fixed = [
  'objects',
  ...['name', 'mode', 'migration', 'channel', 'images.mirrors', 'images.versions'],
  ...['objectStore.type', 'objectStore.bucketLookupType', 'objectStore.sse'],
  ...['topology.singleNode', 'topology.antiAffinity', 'topology.zoneSpread', 'networkPolicy.scrapeTargets'],
  ...['networkPolicy.clients', 'externalAlertmanagers'],
  ...[
    'store.timePartitions',
    'compact.replicas',
    'kubeStateMetrics.replicas',
    'alertmanager.defaultReceiver',
    'grafana.replicas',
  ],
  ...[
    'memcached.cacheSize',
    ...['kind', 'gateway', 'controller', 'port', 'clientAuthority'].map((name) => `ingress.${name}`),
  ],
]

/** Settings that do something only where there are other clusters: other-clusters.test.ts has what they change. */
const ofSeveralClusters = ['identity', 'query.clusters', 'sendsTo']

interface Feeding {
  /** By file, the settings that change it. */
  settings: Map<string, Set<string>>
  /** Settings of which no other value is valid. */
  unchanged: Set<string>
}

/** What differs between each example cluster and the same with another value of one setting. */
function feeding(): Feeding {
  const settings = new Map<string, Set<string>>()
  const [changed, seen] = [new Set<string>(), new Set<string>()]
  for (const mode of productionModes) {
    const { text, before } = example(mode)
    for (const { name, files } of before) for (const key of Object.keys(files)) put(`${name}/${key}`)
    for (const { setting, spec } of perturbations(text)) {
      const short = setting.split('.').slice(0, 2).join('.')
      seen.add(short)
      if (spec === undefined) continue
      changed.add(short)
      const after = new Map(desired(spec).configs.map((config) => [config.name, config.files]))
      for (const { name, files } of before) {
        const others = after.get(name) ?? files
        for (const [key, content] of Object.entries(files))
          if ((others[key] ?? content) !== content) put(`${name}/${key}`, short)
      }
    }
  }
  // Sections are looked at by their settings; many of them cannot be off.
  const sections = new Set([...seen].filter((one) => [...seen].some((other) => other.startsWith(`${one}.`))))
  const unchanged = [...seen].filter((setting) => !changed.has(setting) && !sections.has(setting))
  return { settings, unchanged: new Set(unchanged) }

  function put(file: string, ...names: string[]): void {
    settings.set(file, new Set([...(settings.get(file) ?? []), ...names]))
  }
}

/** One of the two is without pages outside of the cluster, so that what they lead to can be switched off. */
function example(mode: ProductionMode) {
  const { ingress, ...rest } = parse(exampleText(mode))
  const text = stringify({ ...rest, name: 'x', ...(mode === 'sidecar-mode' ? { ingress } : {}) })
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text })
  if (!loaded.ok) throw new Error(`the example of ${mode} is invalid`)
  return { text, before: desired(loaded.spec).configs }
}

test('the table has exactly the settings that change a file when they have another value', () => {
  const { settings, unchanged } = feeding()
  const found = [...settings].map(([file, names]): [string, string[]] => [file, [...names].toSorted()])
  const ofOne = Object.entries(settingsOfFile).map(([file, names]): [string, string[]] => [
    file,
    names.filter((name) => !ofSeveralClusters.includes(name)),
  ])
  expect(Object.fromEntries(ofOne)).toEqual(Object.fromEntries(found.filter(([, names]) => names.length > 0)))
  expect([...unchanged].toSorted()).toEqual([...fixed, ...ofSeveralClusters].toSorted())
}, 120_000)
