import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestRepository } from './testing/repository.ts'

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
})
afterEach(() => repository.remove())

const store = 'objectStore: { type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: a } }'
const cluster = (more: string) =>
  repository.write('clusters/eu-1/cluster.yaml', `name: eu-1\nmode: sidecar-mode\n${store}\n${more}`)
const fleet = (alerts: string) =>
  repository.write(
    'clusters/fleet.yaml',
    `repository: { url: https://github.com/example/fleet.git }\ndefaults:\n  all:\n    alerts: ${alerts}\n`,
  )
const gen = () => repository.run({ generatorUrl: new URL('./fleet/thanos-generator.ts', import.meta.url).href })
const said = async () =>
  (await gen()).diagnostics.map(({ code, file, line, column }) => `${file}:${line}:${column} ${code}`)

test('an alert that the cluster does not have is refused where it stands', async () => {
  cluster('alerts:\n  NodeExporterDown: false\n  NodeExporterDwon: false\n')
  expect(await said()).toEqual(['clusters/eu-1/cluster.yaml:6:3 unknown-alert'])
  cluster('alerts:\n  ThanosReceiveQuorumLost: { for: 1h }\n')
  expect(await said()).toEqual(['clusters/eu-1/cluster.yaml:5:3 unknown-alert'])
})

test('the fleet may speak of alerts that only some clusters have, and a cluster may take it back', async () => {
  fleet('{ NodeExporterDown: false, ThanosReceiveQuorumLost: false, GrafanaDown: false }')
  cluster('alerts: { GrafanaDown: true }\n')
  // The only cluster takes it back, which is worth a warning.
  expect(await said()).toEqual(['clusters/fleet.yaml:4:72 default-always-replaced'])
  const rules = repository.read('clusters/eu-1/config/prometheus-rules/availability.yaml')
  expect([rules.includes('NodeExporterDown'), rules.includes('GrafanaDown')]).toEqual([false, true])
  expect(repository.read('clusters/eu-1/README.md')).toContain('| `alerts.NodeExporterDown` |  | `false` |')
  fleet('{ NodeExporterDwon: false }')
  cluster('')
  expect(await said()).toEqual(['clusters/fleet.yaml:4:15 unknown-alert'])
})
