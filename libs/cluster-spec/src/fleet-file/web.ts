/** A revision as its kind and its name, since hosts write links to branches, tags and commits differently. */
export interface Revision {
  kind: 'branch' | 'tag' | 'commit'
  name: string
}

/** What a revision means: forty digits are a commit, `refs/tags/…` is a tag, all else a branch. */
export function revisionOf(text: string): Revision {
  if (/^[0-9a-f]{40}$/.test(text)) return { kind: 'commit', name: text }
  if (text.startsWith('refs/tags/')) return { kind: 'tag', name: text.slice('refs/tags/'.length) }
  return { kind: 'branch', name: text.replace(/^refs\/heads\//, '') }
}

type Host = 'github' | 'gitlab' | 'gitea' | 'bitbucket' | 'bitbucket-server' | 'azure-devops'

/** The path of a file on each kind of host, behind the address of the repository. */
const fileLinks: Record<Host, (revision: Revision) => string> = {
  github: ({ name }) => `/blob/${name}/{file}`,
  gitlab: ({ name }) => `/-/blob/${name}/{file}`,
  gitea: ({ kind, name }) => `/src/${kind}/${name}/{file}`,
  bitbucket: ({ name }) => `/src/${encodeURIComponent(name)}/{file}`,
  'bitbucket-server': ({ kind, name }) =>
    `/browse/{file}?at=${encodeURIComponent(kind === 'commit' ? name : `refs/${kind === 'tag' ? 'tags' : 'heads'}/${name}`)}`,
  'azure-devops': ({ kind, name }) =>
    `?path=/{file}&version=${{ branch: 'GB', tag: 'GT', commit: 'GC' }[kind]}${encodeURIComponent(name)}`,
}

/** A host by its name: those of the companies, and servers of one's own that are called after the software. */
function hostKind(host: string, path: string): Host | undefined {
  if (host === 'dev.azure.com' || host === 'ssh.dev.azure.com' || host.endsWith('.visualstudio.com')) {
    return 'azure-devops'
  }
  if (host === 'bitbucket.org') return 'bitbucket'
  if (host === 'codeberg.org') return 'gitea'
  const words = host.split(/[.-]/)
  if (words.includes('github')) return 'github'
  if (words.includes('gitlab')) return 'gitlab'
  if (words.includes('gitea') || words.includes('forgejo')) return 'gitea'
  if (words.includes('bitbucket') || /^\/scm\//.test(path)) return 'bitbucket-server'
  return undefined
}

/** Where people read the repository, by its address for cloning; undefined where the host's name does not tell. */
function pageOf(kind: Host, host: string, path: string): string | undefined {
  const plain = path.replace(/\.git$/, '')
  if (kind === 'bitbucket-server') return bitbucketServerPage(host, plain)
  if (kind === 'azure-devops') return azurePage(host, plain)
  return `https://${host}${plain}`
}

/** `/scm/PROJECT/repo` over HTTPS, `/PROJECT/repo` over SSH; `~user` is a project of a person. */
function bitbucketServerPage(host: string, path: string): string | undefined {
  const [, project, repository] = /^\/(?:scm\/)?([^/]+)\/([^/]+)$/.exec(path) ?? []
  if (project === undefined || repository === undefined) return undefined
  const owner = project.startsWith('~') ? `users/${project.slice(1)}` : `projects/${project.toUpperCase()}`
  return `https://${host}/${owner}/repos/${repository}`
}

/** `/organisation/project/_git/repo` over HTTPS, `/v3/organisation/project/repo` over SSH. */
function azurePage(host: string, path: string): string | undefined {
  const ssh = /^\/v3\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path)
  if (ssh !== null) return `https://dev.azure.com/${ssh[1]}/${ssh[2]}/_git/${ssh[3]}`
  return path.includes('/_git/') ? `https://${host}${path}` : undefined
}

/**
 * The URL of a file with `{file}` for its path, for the hosts whose form is known.
 *
 * @param host the host for cloning, without a user and a port
 * @param path of the repository on it, with a slash in front
 */
export function derivedWeb(host: string, path: string, revision: Revision): string | undefined {
  const kind = hostKind(host, path)
  const page = kind === undefined ? undefined : pageOf(kind, host, path)
  return kind === undefined || page === undefined ? undefined : page + fileLinks[kind](revision)
}

/** The same for an address that a person gave: of a page of a known host, or with `{file}` in it. */
export function givenWeb(web: string, revision: Revision): string | undefined {
  if (web.includes('{file}')) return web.replaceAll('{revision}', revision.name)
  const { hostname, pathname } = new URL(web)
  const kind = hostKind(hostname, pathname)
  return kind === undefined ? undefined : web.replace(/\/$/, '') + fileLinks[kind](revision)
}
