import { X509Certificate } from 'node:crypto'
import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { request } from '../cluster/http.ts'
import { traefikLabels, traefikNamespace, traefikPorts } from '../servers/traefik.ts'
import type { World } from '../world.ts'
import { administrator, Browser, certificateOf } from './ingress/client.ts'
import { type PublishedPage, publishedPages } from './ingress/pages.ts'
import { visit } from './ingress/visit.ts'

/** Each page through the ingress controller, as a person meets it and as a stranger does. */
export const check: Check = {
  name: 'ingress',
  title:
    "Every page is served through the ingress controller with the cluster's certificate to whoever logs in, and to nobody else.",
  modes: ['sidecar-mode', 'receive-mode'],
  beside: true,
  counterProof: {
    mode: 'sidecar-mode',
    breaks: 'the route of Prometheus does not name the Middleware that asks for credentials',
    patch: 'ingress.yaml',
    fails: /prometheus\.sidecar-mode\.example\.com: answers 200 without credentials/,
  },
  async run(world) {
    const browser = await Browser.open(world)
    const published = publishedPages(world.spec)
    expect(published.length > 0, 'no page has a host')
    const own = await certificateOf(world)
    const visits: Figure[] = []
    for (const { host, page } of published) {
      await certificateIs(browser, host, own)
      await letsIn(world, browser, host, page)
      visits.push({ what: host, value: await visit(browser, host, await world.url(page.component), page.hasLogin) })
    }
    // Strangers last: until then the controller surely goes by what was applied.
    for (const { host, page } of published) await refusesStrangers(browser, host, page)
    await knowsNoOtherHost(
      world,
      browser,
      published.map(({ host }) => host),
    )
    return [{ what: 'pages with TLS, login and data', value: `${published.length} of ${published.length}` }, ...visits]
  },
}

async function certificateIs(browser: Browser, host: string, own: string): Promise<void> {
  const { certificate } = await browser.ask(host, '/')
  const expected = new X509Certificate(own)
  expect(certificate.equals(expected.raw), `${host}: the certificate is not that of the Secret`)
  expect(expected.checkHost(host) === host, `${host}: the certificate is not for this host`)
}

/** Grafana refuses by itself; all others are behind the controller's authentication. */
async function refusesStrangers(browser: Browser, host: string, { inside, hasLogin }: PublishedPage): Promise<void> {
  for (const [who, credentials] of [
    ['without credentials', null],
    ['to a wrong password', 'e2e:wrong'],
  ] as const) {
    const { status, headers, text } = await browser.ask(host, inside.path, { credentials })
    expect(status === 401, `${host}: answers ${status} ${who}`, { 'answer.txt': text })
    if (!hasLogin) expect(/^Basic /.test(headers['www-authenticate'] ?? ''), `${host}: does not say how to log in`)
  }
}

async function letsIn(
  world: World,
  browser: Browser,
  host: string,
  { inside, hasLogin }: PublishedPage,
): Promise<void> {
  const login = hasLogin ? { credentials: await administrator(world) } : {}
  const { status, text } = await browser.ask(host, inside.path, login)
  expect(status === 200 && inside.shows.test(text), `${host}${inside.path}: answers ${status}: ${text.slice(0, 300)}`, {
    'answer.txt': text,
  })
}

/** Other names lead nowhere, and no page is published without TLS. */
async function knowsNoOtherHost(world: World, browser: Browser, hosts: string[]): Promise<void> {
  const [known = ''] = hosts
  const other = await browser.ask(known, '/', { host: 'other.example.com' })
  expect(other.status === 404, `a host that nobody published answers ${other.status}`)
  const plain = await world.kube.url(traefikNamespace, traefikLabels, traefikPorts.admin)
  for (const host of hosts) {
    const { status } = await request(plain, '/', { headers: { host } })
    expect(status === 404, `${host}: answers ${status} without TLS`)
  }
}
