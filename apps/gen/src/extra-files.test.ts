import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestRepository } from './testing/repository.ts'

const workspace = resolve(import.meta.dirname, '../../..')

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
})
afterEach(() => repository.remove())

function gen(...args: string[]) {
  const program = join(workspace, 'apps/gen/src/main.ts')
  const result = spawnSync(process.execPath, [program, ...args, '--repository', repository.path], { encoding: 'utf8' })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

function cluster(more: string): void {
  const store = 'objectStore: { type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: a } }'
  repository.write('clusters/eu-1/cluster.yaml', `name: eu-1\nmode: receive-mode\n${store}\n${more}`)
}

test('a name of a generated thing is refused in the file that has it', () => {
  cluster('extra: { scrapeJobs: [mine/a.yaml] }\n')
  repository.write('clusters/eu-1/mine/a.yaml', 'scrape_configs:\n  - job_name: kubelet\n')
  for (const command of ['overlays', 'check', 'validate']) {
    const { code, err, out } = gen(command)
    expect(code).toBe(2)
    expect(err + out).toContain(
      'clusters/eu-1/mine/a.yaml:2:15: error: a generated scrape job has the name "kubelet" [generated-name]',
    )
  }
})

test('a flag on which other parts rely is refused where it is written', () => {
  cluster('nodeExporter: { extraFlags: { web.listen-address: ":9101" } }\n')
  for (const command of ['overlays', 'check', 'validate']) {
    const { code, err, out } = gen(command)
    expect(code).toBe(2)
    expect(err + out).toMatch(
      /^clusters\/eu-1\/cluster\.yaml:4:\d+: error: nodeExporter\.extraFlags: --web\.listen-address .* \[flag-set-by-stack\]$/m,
    )
  }
})

test('a ConfigMap above the bound of Kubernetes is refused at the setting that it is made of', () => {
  const routes = Array.from(
    { length: 250 },
    (_, index) => `    - { receiver: a, matchers: ['team="${index}${'a'.repeat(4000)}"'] }\n`,
  )
  const receivers = '  receivers: [{ name: a, webhook: { urlSecret: { name: a } } }]\n  defaultReceiver: a\n'
  cluster(`alertmanager:\n${receivers}  routes:\n${routes.join('')}`)
  for (const command of ['overlays', 'check', 'validate']) {
    const { code, err, out } = gen(command)
    expect(code).toBe(2)
    expect(err + out).toMatch(
      /^clusters\/eu-1\/cluster\.yaml:4:1: error: the ConfigMap alertmanager-config has \d+ KiB, more than 960 KiB: .* \[config-map-too-large\]$/m,
    )
  }
})

test('files are generated once and found to be as generated after that, whatever the globs match', () => {
  cluster('extra: { rules: ["**/*.yml"], dashboards: ["**/*.json"] }\n')
  repository.write('clusters/eu-1/mine/availability.yml', 'groups: [{ name: availability, rules: [] }]\n')
  repository.write('clusters/eu-1/overview.json', '{ "title": "Mine" }\n')
  expect(gen('overlays')).toMatchObject({ code: 0, err: '' })
  expect(gen('check')).toMatchObject({ code: 0, err: '' })
  expect(gen('overlays').out).toMatch(/^total .* 0 written/m)
  const config = 'clusters/eu-1/config'
  expect(repository.files(config).filter((path) => path.includes('extra'))).toEqual([
    'grafana-extra-dashboards/overview.json',
    'prometheus-extra-rules/availability.yaml',
  ])
})
