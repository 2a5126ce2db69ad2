import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { applicationSet } from './argocd/application-set.ts'
import { appProject } from './argocd/app-project.ts'
import { fieldOrDefault } from './argocd/go-template.ts'
import { rollingSync } from './argocd/rollout.ts'
import { meetingsOf } from './claims.ts'
import { gitopsFiles } from './files.ts'
import { fluxKustomization, fluxName, gitRepository } from './flux/sync.ts'
import { fleet, fleetCluster, fleetOf } from './testing.ts'

const repository =
  'repository: { url: git@github.com:example/platform.git, secretRef: git-key, path: a/b, revision: refs/tags/v1 }\n'

describe('a repository that is a folder of a larger one', () => {
  const inFolder = fleetOf(repository)

  test('Argo CD finds clusters and what they are built from below the folder', () => {
    const { spec } = applicationSet([fleetCluster('eu')], inFolder)
    expect(spec.generators[0]?.git).toMatchObject({
      repoURL: 'git@github.com:example/platform.git',
      revision: 'refs/tags/v1',
      files: [{ path: 'a/b/clusters/*/cluster.yaml' }],
    })
    expect(spec.template.metadata.annotations?.['argocd.argoproj.io/manifest-generate-paths']).toBe(
      '.;/a/b/overlays/base/prometheus;/a/b/overlays/{{ .mode }}',
    )
    expect(appProject([fleetCluster('eu')], inFolder.spec).spec.sourceRepos).toEqual([
      'git@github.com:example/platform.git',
    ])
  })

  test('so does Flux, which gets the form and the Secret that it needs', () => {
    expect(gitRepository(fleetCluster('eu'), inFolder.spec).spec).toMatchObject({
      url: 'ssh://git@github.com/example/platform.git',
      ref: { name: 'refs/tags/v1' },
      secretRef: { name: 'git-key' },
      sparseCheckout: ['a/b/clusters/eu', 'a/b/overlays/base/prometheus', 'a/b/overlays/sidecar-mode'],
    })
    expect(fluxKustomization(fleetCluster('eu'), inFolder.spec).spec.path).toBe('./a/b/clusters/eu')
  })
})

describe('Flux objects', () => {
  test('no two clusters of a fleet have objects of one name, however long their names are', () => {
    const long = 'x'.repeat(60)
    const names = ['a', 'b', `${long}-1`, `${long}-2`, long].map((name) => fluxName(name, fleet.spec))
    expect(new Set(names).size).toBe(5)
    for (const name of names) expect(name).toMatch(/^[a-z0-9][-a-z0-9]{0,61}[a-z0-9]$/)
  })

  test('are where and as the fleet says, with the revision of the ring', () => {
    const own = fleetOf(
      'rings: [{ name: production, revision: release }, { name: canary }]\n' +
        'gitops: { flux: { namespace: tenants, name: "x-{cluster}", decryption: { provider: sops, secretRef: age } } }\n',
    )
    const file = (ring: string) =>
      gitopsFiles([fleetCluster('eu', { ring })], own).get('overlays/gitops/flux/eu.yaml') ?? ''
    const [source, sync] = parseAllDocuments(file('production')).map((document) => document.toJS())
    expect(source).toMatchObject({
      metadata: { name: 'x-eu', namespace: 'tenants' },
      spec: { ref: { branch: 'release' } },
    })
    expect(sync).toMatchObject({
      metadata: { name: 'x-eu', namespace: 'tenants' },
      spec: { sourceRef: { name: 'x-eu' }, decryption: { provider: 'sops', secretRef: { name: 'age' } } },
    })
    expect(file('canary')).toContain('branch: main')
  })
})

describe('destinations', () => {
  const template = (text: string, ...clusters: Parameters<typeof fleetCluster>[]) =>
    applicationSet(
      clusters.map((one) => fleetCluster(...one)),
      fleetOf(text),
    ).spec.template.spec.destination

  test('are what the fleet says, with the name of the folder in it', () => {
    const destination = (choice: string) => `gitops: { argocd: { destination: ${choice} } }`
    expect(template(destination('in-cluster'), ['eu', { destination: { name: 'in-cluster' } }])).toMatchObject({
      name: 'in-cluster',
    })
    expect(
      template(destination('{ name: "k8s-{cluster}" }'), ['eu', { destination: { name: 'k8s-eu' } }]),
    ).toMatchObject({
      name: 'k8s-{{ .name }}',
    })
    const server = { destination: { server: 'https://eu.example.com' } }
    expect(template(destination('{ server: "https://{cluster}.example.com" }'), ['eu', server])).toMatchObject({
      server: 'https://{{ .name }}.example.com',
    })
  })

  test('that a cluster overrides are read from its file', () => {
    const { name, server } = template('# nothing', ['a'], ['b', { destination: { server: 'https://b.example.com' } }])
    expect(name).toContain('{{ else }}{{ .name }}{{ end }}')
    expect(server).toContain('dig "server" "" $said')
  })

  test('are the only ones of the project', () => {
    const clusters = [
      fleetCluster('a', { destination: { server: 'https://a' } }),
      fleetCluster('b', { destination: { name: 'in-cluster' } }),
    ]
    expect(appProject(clusters, fleet.spec).spec.destinations).toEqual([
      { server: 'https://a', namespace: 'thanos' },
      { name: 'in-cluster', namespace: 'thanos' },
    ])
  })
})

test('rings are in the order of the fleet, with its numbers', () => {
  const { rings } = fleetOf(
    'rings: [{ name: z }, { name: a, maxUpdate: 3 }, { name: m, maxUpdate: 50% }, { name: b }]',
  ).spec
  const { steps } = rollingSync(['a', 'z', 'm', 'b'], rings).rollingSync
  expect(steps.map(({ matchExpressions, maxUpdate }) => [matchExpressions[0]?.values.join(), maxUpdate])).toEqual([
    ['z', undefined],
    ['a', 3],
    ['m', '50%'],
    ['b', '25%'],
    ['z,a,m,b', 1],
  ])
})

test('names of Argo CD are those of the fleet', () => {
  const own = fleetOf('gitops: { argocd: { namespace: gitops, project: metrics } }')
  const set = applicationSet([fleetCluster('a')], own)
  expect(set.metadata).toMatchObject({ name: 'metrics', namespace: 'gitops' })
  expect(set.spec.template.spec.project).toBe('metrics')
  expect(appProject([fleetCluster('a')], own.spec).metadata).toMatchObject({ name: 'metrics', namespace: 'gitops' })
})

test('a template knows the rings and namespaces that are defaults of the fleet', () => {
  const own = fleetOf(
    'defaults:\n  all: { namespace: metrics }\n  modes: { receive-mode: { ring: early } }\n  rings: { early: { namespace: early-metrics } }\n',
  )
  expect(fieldOrDefault('ring', own)).toContain('"receive-mode" "early"')
  expect(fieldOrDefault('namespace', own)).toBe(
    `{{ dig "namespace" (dig (${fieldOrDefault('ring', own).slice(3, -3)}) "metrics" (dict "early" "early-metrics")) . }}`,
  )
})

describe('two stacks on one Kubernetes cluster', () => {
  const claim = (what: string) => ({ what, instead: `another ${what}` })
  const on = (name: string, ...claims: string[]) => ({
    ...fleetCluster(name, { claims: claims.map(claim) }),
    destination: { name: 'in-cluster' },
  })

  test('meet where both have the same', () => {
    const server = { ...on('c', 'x'), destination: { server: 'https://kubernetes.default.svc/' } }
    expect(meetingsOf([on('b', 'x', 'z'), on('a', 'x', 'y'), server])).toEqual([
      { name: 'b', first: 'a', what: [claim('x')] },
      { name: 'c', first: 'a', what: [claim('x')] },
    ])
  })

  test('do not meet on different ones, or with nothing in common', () => {
    expect(
      meetingsOf([fleetCluster('a', { claims: [claim('x')] }), fleetCluster('b', { claims: [claim('x')] })]),
    ).toEqual([])
    expect(meetingsOf([on('a', 'x'), on('b', 'y')])).toEqual([])
  })
})
