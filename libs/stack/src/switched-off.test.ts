import { readFileSync } from 'node:fs'
import { componentNames, componentOf, kubernetesJobs, optionalNames, podsOf, sectionOf } from '@thanos-fleet/catalog'
import { type ClusterSpec, loadCluster, modes } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import { rendered } from '@thanos-fleet/kustomize'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { desired } from './desired.ts'
import { clusterFiles } from './files.ts'

const sections = optionalNames.map(sectionOf)
const bucket = 'objectStore: { type: S3, bucket: b, endpoint: s3.example.com, credentials: { secret: s } }\n'

/** A cluster of a mode with everything, except for the sections that are off. */
function without(mode: (typeof modes)[number], off: readonly string[]): ClusterSpec {
  const on = sections.map((section) => `${section}: ${!off.includes(section)}\n`).join('')
  const namespaces = `namespaces: ${!off.includes('namespaces')}\n`
  const text = `name: x\nmode: ${mode}\n${mode === 'dev-filesystem-objstore' ? '' : bucket}${namespaces}${on}`
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text })
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'))
  return loaded.spec
}

/** All that a cluster says in its objects and configuration files, as one text. */
function textOf(spec: ClusterSpec): string {
  return JSON.stringify(rendered(desired(spec)))
}

const cases = modes.flatMap((mode) => [
  ...sections.map((section): [string, string[]] => [mode, [section]]),
  [mode, ['namespaces']] satisfies [string, string[]],
  [mode, ['namespaces', ...sections]] satisfies [string, string[]],
])

describe.each(cases)('%s without %j', (name, off) => {
  const mode = modes.find((mode) => mode === name)
  if (mode === undefined) throw new Error(`no mode ${name}`)
  const spec = without(mode, off)
  const { present } = factsOf(spec)
  const absent = componentNames.filter((component) => !present.has(component))
  const text = textOf(spec)

  it('has none of the components that are off', () => {
    for (const component of optionalNames.filter((component) => off.includes(sectionOf(component)))) {
      expect(absent).toContain(component)
    }
  })

  it('has no object of an absent component, and no policy that names one', () => {
    const labels = [...text.matchAll(/"app\.kubernetes\.io\/name":"([^"]+)"/g)].map(([, label]) => label)
    expect(absent.filter((component) => podsOf(component).includes(component) && labels.includes(component))).toEqual(
      [],
    )
  })

  it('calls no Service of an absent component', () => {
    const ownServices = absent.map((component) => componentOf(component).service)
    const others = new Set([...present].map((component) => componentOf(component).service))
    const gone = ownServices.filter((service) => service !== '' && !others.has(service))
    expect(gone.filter((service) => new RegExp(`\\b${service}\\.${spec.namespace}\\.svc`).test(text))).toEqual([])
  })

  it('selects in rules and dashboards only jobs that Prometheus has', () => {
    const jobs = new Set<string>([...present, ...kubernetesJobs])
    const selected = [...text.matchAll(/job=(?:\\)*"([a-z-]+)(?:\\)*"/g)].map(([, job]) => job ?? '')
    expect(selected.length).toBeGreaterThan(50)
    expect([...new Set(selected)].filter((job) => !jobs.has(job))).toEqual([])
  })

  it('scrapes only what is there', () => {
    const config = parse(prometheusConfig(spec))
    const names: string[] = config.scrape_configs.map(({ job_name }: { job_name: string }) => job_name)
    expect(names.filter((job) => absent.some((component) => component === job))).toEqual([])
  })

  it('records and reads no series of what an absent component does', () => {
    if (off.includes('alertmanager'))
      expect(text).not.toMatch(/prometheus_notifications|thanos_alert_|"alertmanagers|Watchdog/)
    if (off.includes('nodeExporter')) expect(text).not.toMatch(/node_cpu_seconds_total|-nodes"/)
    if (off.includes('kubeStateMetrics'))
      expect(text).not.toMatch(/\bkube_(pod|node|deployment|statefulset|persistentvolume)/)
  })

  it('makes the namespaces unless they are someone else’s', () => {
    expect(desired(spec).objects.some(({ kind }) => kind === 'Namespace')).toBe(!off.includes('namespaces'))
  })

  it('is described without what is off', () => {
    const page = clusterFiles(spec).get('clusters/x/README.md') ?? ''
    const drawn = absent.filter((component) => page.includes(`${component}[${componentOf(component).title}]`))
    expect(drawn).toEqual([])
  })
})

it('the reference says of every component that can be switched off what goes with it', () => {
  const reference = readFileSync(new URL('../../../docs/cluster-yaml.md', import.meta.url), 'utf8')
  const [, chapter = ''] = reference.split('## Switching components off\n')
  const rows = [...(chapter.split('\n## ')[0]?.matchAll(/^\| `(\w+)` \|/gm) ?? [])].map(([, section]) => section)
  expect(rows.toSorted()).toEqual(sections.toSorted())
})

function prometheusConfig(spec: ClusterSpec): string {
  const text = desired(spec)
    .configs.map(({ files }) => files['prometheus.yaml'])
    .find((text) => text !== undefined)
  if (text === undefined) throw new Error('there is no prometheus.yaml')
  return text
}
