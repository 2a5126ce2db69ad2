import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, parseDocument } from 'yaml'

/** One block of YAML on a page. */
export interface Example {
  /** Page and line of its first line: `docs/cluster-yaml.md:8`. */
  where: string
  /** A name for a cluster that is made of it: `cluster-yaml-8`. */
  name: string
  text: string
}

/** All blocks of YAML on pages that people write; runbooks are pages too. */
export function examplesOf(root: string): Example[] {
  const pages = globSync(['*.md', 'docs/**/*.md', 'apps/*/*.md', 'tools/*/*.md'], { cwd: root })
  return pages.toSorted().flatMap((page) => {
    if (page.includes('node_modules')) return []
    const whole = readFileSync(join(root, page), 'utf8')
    return [...whole.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map((match) => {
      const line = whole.slice(0, match.index).split('\n').length + 1
      const stem = (page.split('/').at(-1) ?? page).replace(/\.md$/, '').toLowerCase()
      const text = match[1] ?? ''
      // Examples of this page name each other.
      const own = stem === 'many-clusters' ? /^name: (.+)$/m.exec(text)?.[1] : undefined
      return { where: `${page}:${line}`, name: own ?? `${stem}-${line}`, text }
    })
  })
}

/**
 * The example as a whole `cluster.yaml`: with what it leaves out, since it shows one setting, and with a name and a
 * prefix in the bucket of its own, so that all of them are one fleet.
 */
export function clusterOf({ name, text }: Example): string {
  const document = parseDocument(text)
  document.set('name', name)
  if (!document.has('mode')) {
    document.set('mode', text.startsWith('# receive-mode') ? 'receive-mode' : 'sidecar-mode')
  }
  const hasBucket = document.get('mode') !== 'dev-filesystem-objstore' && !document.has('sendsTo')
  if (hasBucket && !document.has('objectStore')) document.set('objectStore', document.createNode(bucket))
  if (hasBucket && !document.hasIn(['objectStore', 'prefix'])) document.setIn(['objectStore', 'prefix'], name)
  if (!document.hasIn(['externalLabels', 'cluster'])) document.setIn(['externalLabels', 'cluster'], name)
  return document.toString()
}

/** The rings that a `fleet.yaml` lists. */
export function ringsOf(text: string): string[] {
  const { rings = [] }: { rings?: { name: string }[] } = parse(text)
  return rings.map(({ name }) => name)
}

/** A cluster in each ring, since a ring without one is refused, by the name of its folder; one without if there is none. */
export function clustersIn(rings: readonly string[]): Record<string, string> {
  const clusters = rings.length === 0 ? [['eu-1', '']] : rings.map((ring) => [`eu-${ring}`, `ring: ${ring}\n`])
  return Object.fromEntries(clusters.map(([name = '', text = '']) => [name, clusterOf({ where: '', name, text })]))
}

const bucket = {
  type: 'S3',
  bucket: 'thanos',
  endpoint: 's3.example.com',
  credentials: { secret: 'thanos-objstore' },
}
