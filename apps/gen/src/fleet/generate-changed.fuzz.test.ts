import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { generatorUrl } from '../commands/common.ts'
import { TestRepository } from '../testing/repository.ts'
import { generateChanged } from './generate-changed.ts'
import { untouchedSince } from './last-run.ts'

/** A generator that no other test has run with in this process: what is kept is known by the repository as well. */
const generator = 'of this test'
const names = ['paris', 'rome', 'hub', 'region', 'centre', 'oslo']

interface Edit {
  what: string
  do(repository: TestRepository): void
}

const path = (name: string) => `clusters/${name}/cluster.yaml`

function clusterYaml(name: string, more: string): string {
  return `name: ${name}
mode: sidecar-mode
identity: { client: { secret: a }, authority: { secret: b } }
objectStore: { type: S3, bucket: ${name}, endpoint: s3.example.com, credentials: { secret: a } }
${more}`
}

const published = (name: string, host: string) =>
  `ring: ${name}\ningress: { hosts: { queryGrpc: ${host} }, tls: { secret: a }, authentication: { basicAuthSecret: a } }\n`

const written = (host: string) =>
  clusterYaml('centre', published('centre', host).replace('queryGrpc', 'remoteWrite')).replace('sidecar-', 'receive-')

const sender = (centre: string) =>
  `name: oslo\nmode: receive-mode\nidentity: { client: { secret: a }, authority: { secret: b } }\nsendsTo: ${centre}\n`

/** What clusters that send and the one that they send to have to follow. */
const sendingEdits: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom('centre', 'hub', 'gone', 'oslo').map((centre) => ({
    what: `oslo sends to ${centre}`,
    do: (repository: TestRepository) => repository.write(path('oslo'), sender(centre)),
  })),
  fc.constantFrom('a.example.com', 'w.example.com', 'thanos.svc').map((host) => ({
    what: `others write to centre at ${host}`,
    do: (repository: TestRepository) => repository.write(path('centre'), written(host)),
  })),
)

/** What a cluster that reads another one has to follow. */
const hostEdits: fc.Arbitrary<Edit> = fc
  .tuple(fc.constantFrom('paris', 'rome'), fc.constantFrom('a.example.com', 'b.example.com', 'c.example.com'))
  .map(([name, host]) => ({
    what: `${name} is at ${host}`,
    do: (repository) => repository.write(path(name), clusterYaml(name, published(name, host))),
  }))

/** What a repository begins with. */
const beginning: Edit = {
  what: 'nothing',
  do(repository) {
    for (const name of ['paris', 'rome'])
      repository.write(path(name), clusterYaml(name, published(name, `${name}.example.com`)))
    repository.write(path('region'), clusterYaml('region', ''))
    repository.write(path('centre'), written('write.example.com'))
    repository.write(path('oslo'), sender('centre'))
    repository.write(path('hub'), clusterYaml('hub', 'query: { clusters: [paris, rome] }\n'))
  },
}

/** What people do between two runs, much of which is wrong. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: hostEdits },
  { weight: 4, arbitrary: sendingEdits },
  fc
    .tuple(
      fc.constantFrom('hub', 'region'),
      fc.constantFrom('[paris]', '[paris, rome]', '[{ ring: rome }]', '[{ mode: sidecar-mode }]', '[hub]', '[]'),
    )
    .map(([name, clusters]) => ({
      what: `${name} reads ${clusters}`,
      do: (repository: TestRepository) =>
        repository.write(path(name), clusterYaml(name, `query: { clusters: ${clusters} }\n`)),
    })),
  fc.constantFrom(...names).map((name) => ({
    what: `${name} has more replicas of Store`,
    do: (repository: TestRepository) => repository.write(path(name), clusterYaml(name, 'store: { replicas: 3 }\n')),
  })),
  fc.constantFrom(...names).map((name) => ({
    what: `${name} is removed`,
    do: (repository: TestRepository) => rmSync(join(repository.path, path(name)), { force: true }),
  })),
  fc.constantFrom(...names).map((name) => ({
    what: `a generated file of ${name} is edited`,
    do: (repository: TestRepository) => repository.write(`clusters/${name}/README.md`, 'edited\n'),
  })),
  fc.constantFrom(...names).map((name) => ({
    what: `${name} has a patch`,
    do: (repository: TestRepository) =>
      repository.write(
        `clusters/${name}/patches/own.yaml`,
        'apiVersion: v1\nkind: Service\nmetadata: { name: thanos-query, namespace: thanos, labels: { own: a } }\n',
      ),
  })),
  fc.constantFrom('team: a', 'team: b').map((labels) => ({
    what: `all have the label ${labels}`,
    do: (repository: TestRepository) =>
      repository.write('clusters/fleet.yaml', `defaults: { all: { alertLabels: { ${labels} } } }\n`),
  })),
  fc.constant({
    what: 'an overlay is edited',
    do: (repository: TestRepository) =>
      repository.write('overlays/base/thanos-query/deployment.yaml', 'edited: true\n'),
  }),
)

const runs = Number(process.env['RANDOM_ROUNDS'] ?? 4)

test(
  'a run that reads only what was touched does and says what one that reads all does',
  { timeout: 3_600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 4, maxLength: 6 }), async (all) => {
        const [changed, whole] = [new TestRepository(), new TestRepository()]
        try {
          for (const edit of [beginning, ...all]) {
            for (const repository of [changed, whole]) edit.do(repository)
            // The clock that files are stamped with must move on.
            await setTimeout(30)
            const untouched = untouchedSince(changed.path, generator)
            const options = { generatorUrl, mode: 'write', force: true } as const
            const some = await generateChanged(changed.path, generator, untouched, (more) =>
              changed.run({ ...options, ...more }),
            )
            const full = await whole.run(options)
            const said = ({ diagnostics }: typeof full) => diagnostics
            expect({ after: edit.what, said: said(some), files: filesOf(changed) }).toEqual({
              after: edit.what,
              said: said(full),
              files: filesOf(whole),
            })
          }
        } finally {
          changed.remove()
          whole.remove()
        }
      }),
      { numRuns: runs, seed: Number(process.env['RANDOM_SEED'] ?? 1) },
    )
  },
)

function filesOf(repository: TestRepository): Record<string, string> {
  return Object.fromEntries(repository.files().map((file) => [file, repository.read(file)]))
}
