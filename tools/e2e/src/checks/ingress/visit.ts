import { expect } from '../../failure.ts'
import { request } from '../../cluster/http.ts'
import type { Browser, PageAnswer } from './client.ts'
import { assetsOf, pathAt } from './html.ts'

/**
 * Opens the first page as a browser does: follows redirects and loads what the page names, all of it at the same host.
 * A program that was built from its Go module may lack its pages; it then answers the same when it is asked itself.
 * @param direct an address of the component itself
 * @returns what there was, for the report
 * @throws CheckFailure when an address leads away from the host, or to nothing
 */
export async function visit(browser: Browser, host: string, direct: string, anonymous: boolean): Promise<string> {
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
  if (status !== 200 && (await lacksPage(direct, path, answer)))
    return `${way.join(' → ')}: this build has no pages, asked itself it answers ${status} as well`
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

async function lacksPage(direct: string, path: string, { status, text }: PageAnswer): Promise<boolean> {
  const itself = await request(direct, path)
  return itself.status === status && itself.text === text
}

function isRedirect({ status }: PageAnswer): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}
