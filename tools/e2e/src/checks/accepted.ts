import { namespaceNames } from '@thanos-fleet/catalog'
import { modes } from '@thanos-fleet/cluster-spec'
import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { nameOf, restartsOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'

/** The API server takes everything without a warning, everything becomes Ready at once, and a second apply changes nothing. */
export const check: Check = {
  name: 'accepted',
  title:
    'The API server accepts every object without a warning, every workload becomes Ready without a restart, a second apply changes nothing.',
  modes,
  counterProof: {
    mode: 'dev-filesystem-objstore',
    breaks: 'Query is given a flag that it does not know',
    patch: 'accepted.yaml',
    fails: /every workload is Ready/,
  },
  async run(world) {
    const begun = Date.now()
    const first = await world.apply()
    expect(first.code === 0 && first.stderr === '', `kubectl apply said: ${first.stderr.slice(0, 2000)}`, {
      'apply.txt': first.stderr,
    })
    await world.ready(420)
    const seconds = (Date.now() - begun) / 1000
    const restarts = await restarted(world)
    expect(restarts.length === 0, `restarted: ${restarts.join(', ')}`)
    const changes = await secondApply(world)
    expect(changes.length === 0, `a second apply changed ${changes.join(', ')}`)
    return figures(world, seconds)
  },
}

async function restarted(world: World): Promise<string[]> {
  const pods = (
    await Promise.all(namespaceNames(world.namespace).map((namespace) => world.kube.pods(namespace)))
  ).flat()
  return pods.filter((pod) => restartsOf(pod) > 0).map((pod) => `${nameOf(pod)} (${restartsOf(pod)})`)
}

/** Objects whose generation or data differ after the same apply again: kubectl itself says "serverside-applied" of all. */
async function secondApply(world: World): Promise<string[]> {
  const before = await resourceVersions(world)
  const { code, stderr } = await world.apply()
  expect(code === 0 && stderr === '', `the second kubectl apply said: ${stderr.slice(0, 2000)}`)
  const after = await resourceVersions(world)
  return [...after].filter(([name, version]) => before.get(name) !== version).map(([name]) => name)
}

/** Versions of what was written; status moves on by itself, so that objects with one are known by their generation. */
async function resourceVersions(world: World): Promise<Map<string, string>> {
  const versions = new Map<string, string>()
  const kinds = [...new Set(world.state.objects.map(({ kind }) => kind))]
  const list = JSON.parse(
    await world.kubectl.ok([
      'get',
      kinds.join(','),
      '-A',
      '-l',
      'app.kubernetes.io/part-of=thanos-fleet',
      '-o',
      'json',
    ]),
  ) as unknown
  for (const { kind, metadata } of itemsOf(list)) {
    versions.set(
      `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
      String(metadata.generation ?? metadata.resourceVersion ?? ''),
    )
  }
  return versions
}

interface Item {
  kind: string
  metadata: { name: string; namespace?: string; generation?: number; resourceVersion?: string }
}

function itemsOf(list: unknown): Item[] {
  const isItem = (item: unknown): item is Item =>
    typeof item === 'object' && item !== null && 'kind' in item && 'metadata' in item
  return typeof list === 'object' && list !== null && 'items' in list && Array.isArray(list.items)
    ? list.items.filter(isItem)
    : []
}

async function figures(world: World, seconds: number): Promise<Figure[]> {
  const pods = await world.kube.pods(world.namespace)
  return [
    { what: 'objects applied', value: String(world.state.objects.length + world.state.configs.length) },
    { what: 'pods', value: String(pods.length) },
    { what: 'from apply to all Ready', value: `${seconds.toFixed(0)} s` },
    { what: 'restarts', value: '0', promised: '0' },
    { what: 'objects changed by a second apply', value: '0', promised: '0' },
  ]
}
