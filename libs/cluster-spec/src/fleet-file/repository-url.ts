/** A repository's address, taken apart. */
export interface RepositoryUrl {
  /** Without a user and a port. */
  host: string
  /** With a slash in front. */
  path: string
  /** Whether it is read over SSH, for which Flux needs a key. */
  ssh: boolean
  argocdUrl: string
  fluxUrl: string
}

/** Why an address is refused: completes "repository.url: expected …". */
export interface UrlRefusal {
  code: 'bad-repository-url' | 'credentials-in-url'
  expected: string
  remedy: string
}

const pathPattern = /^\/[^\s?#\\]*[^\s?#\\/]\/?$/
const hostPattern = /^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?$/

function refusal(expected: string, remedy: string): UrlRefusal {
  return { code: 'bad-repository-url', expected, remedy }
}

function withCredentials(remedy: string): UrlRefusal {
  return {
    code: 'credentials-in-url',
    expected: 'an address without credentials: everyone who can read the repository would see them',
    remedy,
  }
}

const forms = 'write https://host/path.git, ssh://git@host/path.git or git@host:path.git'

/** Reads an address for cloning: `https://…`, `ssh://user@host[:port]/…` or `user@host:path`. */
export function parseRepositoryUrl(text: string): RepositoryUrl | UrlRefusal {
  if (/^https:\/\//i.test(text)) return overHttps(text)
  if (/^ssh:\/\//i.test(text)) return overSsh(text)
  if (/^[a-z][-a-z0-9+.]*:\/\//i.test(text)) {
    return refusal('an address over https or ssh, which Argo CD and Flux both verify', forms)
  }
  return scpLike(text)
}

function overHttps(text: string): RepositoryUrl | UrlRefusal {
  const [, user, host, port = '', path = ''] = /^https:\/\/(?:([^/]*)@)?([^/:@]*)(:\d{1,5})?(\/.*)?$/i.exec(text) ?? []
  if (user !== undefined) {
    return withCredentials(
      `remove "${user.includes(':') ? '<user>:<password>' : '<user>'}@"; put them into the repository's Secret of Argo CD, and into that of Flux (secretRef)`,
    )
  }
  if (/[?#]/.test(text)) return withCredentials('remove what follows "?" or "#"; credentials belong in Secrets')
  if (host === undefined || !hostPattern.test(host) || !pathPattern.test(path)) {
    return refusal('the address of a repository', forms)
  }
  const url = `https://${host}${port}${path.replace(/\/$/, '')}`
  return { host: host.toLowerCase(), path: path.replace(/\/$/, ''), ssh: false, argocdUrl: url, fluxUrl: url }
}

function overSsh(text: string): RepositoryUrl | UrlRefusal {
  const [, user, host, path = ''] = /^ssh:\/\/(?:([^/]*)@)?([^/:@]*)(?::\d{1,5})?(\/.*)?$/i.exec(text) ?? []
  if (user?.includes(':') === true) return withCredentials('remove the password; the key is in a Secret (secretRef)')
  if (host === undefined || !hostPattern.test(host) || !pathPattern.test(path)) {
    return refusal('the address of a repository', forms)
  }
  if (user === undefined || user === '') {
    return refusal('an address with the user of SSH', `write it in front of the host: ssh://git@${host}${path}`)
  }
  const url = text.replace(/^ssh/i, 'ssh').replace(/\/$/, '')
  return { host: host.toLowerCase(), path: path.replace(/\/$/, ''), ssh: true, argocdUrl: url, fluxUrl: url }
}

/** As `git clone` takes it. Argo CD takes it too; Flux wants a URL. */
function scpLike(text: string): RepositoryUrl | UrlRefusal {
  const [, user, host, rest] = /^([^@/:\s]+(?::[^@/\s]*)?)@([^:/@\s]+):([^\s]+)$/.exec(text) ?? []
  if (user === undefined || host === undefined || rest === undefined || !hostPattern.test(host)) {
    return refusal('the address of a repository', forms)
  }
  if (user.includes(':')) return withCredentials('remove the password; the key is in a Secret (secretRef)')
  const path = `/${rest.replace(/^\//, '').replace(/\/$/, '')}`
  const port = /^(\d{1,5})\//.exec(rest)?.[1]
  if (port !== undefined) {
    return refusal(
      `a path after "${host}:", a port is not possible in this form`,
      `write ssh://${user}@${host}:${port}${path.slice(port.length + 1)}, or ssh://${user}@${host}${path} if "${port}" is a folder`,
    )
  }
  if (!pathPattern.test(path)) return refusal('the address of a repository', forms)
  return {
    host: host.toLowerCase(),
    path,
    ssh: true,
    argocdUrl: text.replace(/\/$/, ''),
    fluxUrl: `ssh://${user}@${host}${path}`,
  }
}
