import { completeDefaults, type ExtraFile, modes } from '@thanos-fleet/cluster-spec'
import { mostConfigMapBytes } from '@thanos-fleet/kubernetes'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Cluster } from './testing/inspect.ts'

type Section = 'rules' | 'globalRules' | 'scrapeJobs' | 'dashboards'

interface Configuration {
  rule_files: string[]
  scrape_config_files?: string[]
}

const clusterWith = (mode: (typeof modes)[number], section: Section, files: ExtraFile[]) =>
  new Cluster({
    ...completeDefaults(mode, 'test'),
    extra: { rules: [], globalRules: [], scrapeJobs: [], dashboards: [], alertTemplates: [], [section]: files },
  })

/** The files of Prometheus that the patterns of a list of its configuration match. */
function loaded(cluster: Cluster, list: keyof Configuration): Map<string, string> {
  const configuration: Configuration = parse(cluster.file('prometheus.yaml'))
  const patterns = configuration[list] ?? []
  return new Map(
    [...cluster.mounted('prometheus')].filter(([path]) => patterns.some((pattern) => posix.matchesGlob(path, pattern))),
  )
}

function alertsOf(cluster: Cluster): string[] {
  return [...loaded(cluster, 'rule_files').values()]
    .map((text): { groups: { rules: { alert?: string }[] }[] } => parse(text))
    .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules.flatMap(({ alert }) => alert ?? [])))
}

/** The dashboards that Grafana is told to read. */
function dashboardsOf(cluster: Cluster): Map<string, string> {
  const { providers }: { providers: { options: { path: string } }[] } = parse(cluster.file('providers.yaml'))
  const directories = providers.map(({ options }) => options.path)
  return new Map(
    [...cluster.mounted('grafana')].filter(
      ([path]) => directories.includes(posix.dirname(path)) && path.endsWith('.json'),
    ),
  )
}

const own = 'groups: [{ name: theirs, rules: [{ alert: Theirs, expr: vector(1) }] }]\n'

describe.each(modes)('files of the cluster folder, %s', (mode) => {
  const plain = clusterWith(mode, 'rules', [])
  const [ruleNames, dashboardNames] = [loaded(plain, 'rule_files'), dashboardsOf(plain)].map((files) =>
    [...files.keys()].map((path) => posix.basename(path)),
  )

  it('add their alerts to ours, whichever of our names they have, each alone and all together', () => {
    const names = ruleNames ?? []
    const ours = alertsOf(plain)
    expect(names.length).toBeGreaterThan(8)
    for (const some of [...names.map((name) => [name]), names]) {
      const files = some.map((name) => ({ path: `r/${name}`, text: own }))
      expect(alertsOf(clusterWith(mode, 'rules', files)).toSorted()).toEqual(
        [...ours, ...some.map(() => 'Theirs')].toSorted(),
      )
    }
  })

  it('add their dashboards to ours, whichever of our names they have, each alone and all together', () => {
    const names = dashboardNames ?? []
    const ours = [...dashboardsOf(plain).values()]
    expect(names.length).toBeGreaterThan(3)
    for (const some of [...names.map((name) => [name]), names]) {
      const files = some.map((name) => ({ path: `d/${name}`, text: '{"title":"theirs"}' }))
      const all = dashboardsOf(clusterWith(mode, 'dashboards', files))
      expect([...all.values()].toSorted()).toEqual([...ours, ...some.map(() => '{"title":"theirs"}')].toSorted())
    }
  })

  it('are loaded by both spellings of the ending of YAML', () => {
    const files = [
      { path: 'x/a.yml', text: own },
      { path: 'x/b.yaml', text: own },
    ]
    expect(alertsOf(clusterWith(mode, 'rules', files)).filter((name) => name === 'Theirs')).toHaveLength(2)
    expect(loaded(clusterWith(mode, 'scrapeJobs', files), 'scrape_config_files').size).toBe(2)
  })

  it('leave the ConfigMaps, the volumes and the providers alone where there are none', () => {
    expect(JSON.stringify(plain.objects)).not.toContain('extra-')
  })
})

describe('rules for Thanos Rule', () => {
  const files = [{ path: 'r/global.yaml', text: own }]
  const argsOf = (cluster: Cluster) =>
    cluster
      .all('StatefulSet')
      .flatMap(({ spec }) => spec?.template.spec?.containers ?? [])
      .find(({ name }) => name === 'thanos-rule')?.args ?? []
  const patternsOf = (cluster: Cluster) =>
    argsOf(cluster).flatMap((arg) => (arg.startsWith('--rule-file=') ? arg.slice('--rule-file='.length) : []))
  const loadedBy = (cluster: Cluster) =>
    [...cluster.mounted('thanos-rule')]
      .filter(([path]) => patternsOf(cluster).some((pattern) => posix.matchesGlob(path, pattern)))
      .map(([, text]) => text)

  it.each(modes)('are loaded beside ours, also by the name of one of ours, and by nobody else: %s', (mode) => {
    const [plain, cluster] = [clusterWith(mode, 'rules', []), clusterWith(mode, 'globalRules', files)]
    expect(loadedBy(plain)).toHaveLength(1)
    expect(loadedBy(cluster)).toEqual([...loadedBy(plain), own])
    expect(alertsOf(cluster)).toEqual(alertsOf(plain))
  })

  it('are watched by the reloader', () => {
    const [container] = clusterWith('sidecar-mode', 'globalRules', files)
      .all('StatefulSet')
      .filter(({ metadata }) => metadata.name === 'thanos-rule')
      .flatMap(({ spec }) => spec?.template.spec?.containers ?? [])
      .filter(({ name }) => name === 'config-reloader')
    expect(container?.args).toContain('--watched-dir=/etc/thanos/extra-rules')
  })
})

describe('files that are too large for one ConfigMap together', () => {
  // Three bytes a character: what counts are bytes.
  const big = (path: string, bytes: number) => ({ path, text: '€'.repeat(Math.floor(bytes / 3)) })

  it.each([
    ['rules', 'yaml', 'prometheus', 'prometheus-extra-rules'],
    ['globalRules', 'yaml', 'thanos-rule', 'thanos-rule-extra-rules'],
    ['scrapeJobs', 'yaml', 'prometheus', 'prometheus-scrape-jobs'],
    ['dashboards', 'json', 'grafana', 'grafana-extra-dashboards'],
  ] as const)('are shared out over several: %s', (section, ending, container, name) => {
    const sizes = [0.4, 0.4, 0.4, 0.5, 0.9, 0.05].map((part) => part * mostConfigMapBytes)
    const files = sizes.map((size, index) => big(`x/${index}.${ending}`, size))
    const cluster = clusterWith('sidecar-mode', section, files)
    const maps = cluster.all('ConfigMap').filter(({ metadata }) => metadata.name?.startsWith(name))
    expect(maps.map(({ metadata }) => metadata.name)).toEqual([name, `${name}-2`, `${name}-3`])
    for (const { data = {} } of maps)
      expect(Buffer.byteLength(Object.entries(data).flat().join(''))).toBeLessThanOrEqual(mostConfigMapBytes)
    const texts = [...cluster.mounted(container)]
      .filter(([path]) => /\/\d\.(yaml|json)$/.test(path))
      .map(([, text]) => text)
    expect(texts).toEqual(files.map(({ text }) => text))
  })
})
