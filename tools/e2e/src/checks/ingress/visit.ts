import { expect } from '../../check.ts'
import type { Browser, PageAnswer } from './client.ts'
import { assetsOf, pathAt } from './html.ts'

/** What Prometheus says when it was built without its pages, as from its Go module: stands for the page in such a build. */
const builtWithoutPages = /Error opening React index\.html/

/**
 * Opens the first page as a browser does: follows redirects and loads what the page names, all of it at the same host.
 * @returns what there was, for the report
 * @throws CheckFailure when an address leads away from the host, or to nothing
 */
export async function visit(browser: Browser, host: string, anonymous: boolean): Promise<string> {
  const credentials = anonymous ? { credentials: null } : {}
  let path = '/'
  let answer = await browser.ask(host, path, credentials)
  const way = [path]
  while (isRedirect(answer) && way.length < 5) {
    const next = pathAt(host, path, answer.headers['location'] ?? '')
    expect(next !== null, `${host}${path}: redirects to ${answer.headers['location'] ?? 'nowhere'}, away from the host`)
    path = next
    way.push(path)
    answer = await browser.ask(host, path, credentials)
  }
  const { status, text } = answer
  if (builtWithoutPages.test(text)) return `${way.join(' → ')}: answered, but this build has no pages`
  expect(status === 200, `${host}${path}: answers ${status}: ${text.slice(0, 300)}`, { 'page.html': text })
  const assets = assetsOf(text)
  for (const asset of assets) {
    const at = pathAt(host, path, asset)
    expect(at !== null, `${host}${path}: loads ${asset}, which is elsewhere`, { 'page.html': text })
    const { status } = await browser.ask(host, at, credentials)
    expect(status === 200, `${host}${at}: a part of the page answers ${status}`, { 'page.html': text })
  }
  return `${way.join(' → ')}, ${assets.length} scripts, styles and pictures`
}

function isRedirect({ status }: PageAnswer): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}
