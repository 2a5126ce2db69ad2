import { json } from '../../cluster/http.ts'
import type { World } from '../../world.ts'
import { notify } from '../alerts/senders.ts'
import { administrator, Browser } from '../ingress/client.ts'
import { publishedPages } from '../ingress/pages.ts'

/**
 * Has connections made that exist only when someone asks: pages through the ingress, a query with an answer that is in
 * no cache, a notification. About as many requests as there are pages, each time.
 */
export async function stir(world: World): Promise<void> {
  await world.query(`e2e_constant + 0 * ${Date.now()}`)
  await lookAtGrafana(world)
  await notify(world, 'E2eConnections')
  if (world.spec.ingress === null) return
  const browser = await Browser.open(world)
  for (const { host } of publishedPages(world.spec)) await browser.ask(host, '/')
}

/** A query through Grafana's data source, as a panel makes it. */
async function lookAtGrafana(world: World): Promise<void> {
  if (world.spec.grafana === null) return
  const authorization = `Basic ${Buffer.from(await administrator(world)).toString('base64')}`
  await json(await world.url('grafana'), '/api/datasources/proxy/uid/thanos/api/v1/query', {
    params: { query: 'vector(1)' },
    headers: { authorization },
  })
}

/** The rule that makes Thanos Rule send an alert, as a patch of its ConfigMap. */
const alwaysFiring = `apiVersion: v1
kind: ConfigMap
metadata:
  name: thanos-rule-rules
  namespace: NAMESPACE
data:
  e2e-connections.yaml: |
    groups:
      - name: e2e-connections
        rules:
          - alert: E2eConnections
            expr: vector(1)
            labels: { severity: info, from: thanos-rule }
`

const patch = 'e2e-connections.yaml'

/** Runs something while Thanos Rule, if there is one, has an alert to send: its own rules are silent in a healthy cluster. */
export async function whileRuleAlerts<Value>(world: World, prove: () => Promise<Value>): Promise<Value> {
  if (world.spec.rule === null) return prove()
  world.workspace.patch(patch, alwaysFiring.replace('NAMESPACE', world.namespace))
  try {
    await world.change({})
    return await prove()
  } finally {
    world.workspace.patch(patch, null)
    await world.change({})
  }
}
