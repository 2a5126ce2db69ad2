/** Addresses of the scripts, styles and pictures that a page loads, as they are written in it. */
export function assetsOf(html: string): string[] {
  const found = [...html.matchAll(/<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(
    ([, address = '']) => address,
  )
  return [...new Set(found.filter((address) => address !== '' && !address.startsWith('data:')))]
}

/**
 * Where an address in a page, or of a redirect, leads from it. @returns the path at the same host; null: elsewhere
 * @param host the name under which a person sees the page
 */
export function pathAt(host: string, from: string, address: string): string | null {
  const there = new URL(address, `https://${host}${from}`)
  return there.protocol === 'https:' && there.host === host ? `${there.pathname}${there.search}` : null
}
