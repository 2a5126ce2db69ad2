import { factsOf } from '@thanos-fleet/connections'
import { completeDefaults, type Receiver } from '@thanos-fleet/cluster-spec'
import type { StatefulSet } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { alertmanager } from './alertmanager.ts'
import { receiverConfig, secretsOf } from './receivers.ts'

const from = (key: string) => ({ name: 'secrets', key })
const receivers: Receiver[] = [
  { name: 'a', webhook: { urlSecret: from('url') } },
  { name: 'b', slack: { urlSecret: from('url'), channel: '#alerts' } },
  { name: 'c', pagerduty: { routingKeySecret: from('key') } },
  { name: 'd', opsgenie: { apiKeySecret: from('key') } },
  { name: 'e', msteams: { urlSecret: from('url') } },
  { name: 'f', discord: { urlSecret: from('url') } },
  { name: 'g', telegram: { tokenSecret: from('token'), chatId: -1 } },
  {
    name: 'h',
    email: {
      to: 'a@example.com',
      from: 'b@example.com',
      smarthost: 'smtp.example.com:587',
      username: 'u',
      passwordSecret: from('password'),
    },
  },
]

function stateful(replicas: number): StatefulSet {
  const defaults = completeDefaults('sidecar-mode', 'test')
  const spec = { ...defaults, alertmanager: { ...defaults.alertmanager, replicas, receivers } }
  const set = alertmanager({ spec, facts: factsOf(spec) }).objects.find(
    (object): object is StatefulSet => object.kind === 'StatefulSet',
  )
  if (set === undefined) throw new Error('no StatefulSet')
  return set
}

const args = (replicas: number) => stateful(replicas).spec?.template.spec?.containers[0]?.args ?? []

describe('receivers', () => {
  it.each(receivers)('$name has its secret in a file, never in the configuration', (receiver) => {
    const secrets = secretsOf(receiver)
    expect(secrets).toHaveLength(1)
    for (const { name, key } of secrets)
      expect(JSON.stringify(receiverConfig(receiver))).toContain(`_file":"/etc/alertmanager/secrets/${name}/${key}"`)
  })

  it('mount each Secret once', () => {
    expect(stateful(2).spec?.template.spec?.volumes?.filter(({ secret }) => secret !== undefined)).toHaveLength(1)
  })
})

describe('Alertmanager', () => {
  it('names every peer, itself included, by a name that exists before the pod is ready', () => {
    expect(args(3).filter((arg) => arg.startsWith('--cluster.peer='))).toEqual(
      [0, 1, 2].map((index) => `--cluster.peer=alertmanager-${index}.alertmanager-peers.thanos.svc:9094`),
    )
  })

  it('says its address in brackets, without which an IPv6 address and a port cannot be told apart', () => {
    expect(args(2)).toContain('--cluster.advertise-address=[$(POD_IP)]:9094')
  })

  it('does not cluster with itself', () => {
    expect(args(1).filter((arg) => arg.startsWith('--cluster'))).toEqual(['--cluster.listen-address='])
  })
})
