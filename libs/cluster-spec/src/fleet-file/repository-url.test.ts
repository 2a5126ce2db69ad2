import { describe, expect, it, test } from 'vitest'
import { loadFleet, type Repository } from '../index.ts'
import { parseRepositoryUrl } from './repository-url.ts'

function repositoryOf(url: string, more = ''): Repository | undefined {
  return loadFleet(`repository: { url: ${JSON.stringify(url)}, secretRef: null${more} }`).fleet?.spec.repository
}

test.each([
  ['https://github.com/a/b.git', 'https://github.com/a/b.git', 'https://github.com/a/b.git'],
  ['https://github.com/a/b', 'https://github.com/a/b', 'https://github.com/a/b'],
  [
    'https://gitlab.example.com:8443/a/b/c.git',
    'https://gitlab.example.com:8443/a/b/c.git',
    'https://gitlab.example.com:8443/a/b/c.git',
  ],
  ['ssh://git@github.com/a/b.git', 'ssh://git@github.com/a/b.git', 'ssh://git@github.com/a/b.git'],
  [
    'ssh://git@gitlab.example.com:2222/a/b.git',
    'ssh://git@gitlab.example.com:2222/a/b.git',
    'ssh://git@gitlab.example.com:2222/a/b.git',
  ],
  ['git@github.com:a/b.git', 'git@github.com:a/b.git', 'ssh://git@github.com/a/b.git'],
  ['git@gitlab.example.com:/a/b.git', 'git@gitlab.example.com:/a/b.git', 'ssh://git@gitlab.example.com/a/b.git'],
  ['git@ssh.dev.azure.com:v3/a/b/c', 'git@ssh.dev.azure.com:v3/a/b/c', 'ssh://git@ssh.dev.azure.com/v3/a/b/c'],
])('%s is %s for Argo CD and %s for Flux', (url, argocdUrl, fluxUrl) => {
  expect(repositoryOf(url)).toMatchObject({ argocdUrl, fluxUrl })
})

test.each([
  'git://github.com/a/b.git',
  'http://github.com/a/b.git',
  'file:///srv/git/b.git',
  'github.com/a/b',
  '/srv/git/b.git',
  '../b.git',
  'https://github.com',
  'https://github.com/',
  'ssh://github.com/a/b.git',
  'git@github.com:22/a/b.git',
  'https://github.com/a b.git',
  '',
])('%j is refused', (url) => {
  expect(parseRepositoryUrl(url)).toMatchObject({ code: 'bad-repository-url' })
})

test.each([
  'https://user:hunter2@github.com/a/b.git',
  'https://token@github.com/a/b.git',
  'https://:hunter2@github.com/a/b.git',
  'HTTPS://user:p@ss@github.com/a/b.git',
  'ssh://git:hunter2@github.com/a/b.git',
  'git:hunter2@github.com:a/b.git',
  'https://github.com/a/b.git?access_token=1',
])('%j is refused for its credentials, and nothing of them is said', (url) => {
  expect(parseRepositoryUrl(url)).toMatchObject({ code: 'credentials-in-url' })
  expect(JSON.stringify(loadFleet(`repository: { url: ${JSON.stringify(url)} }`).diagnostics)).not.toMatch(
    /hunter2|token@|p@ss/,
  )
})

describe('the link to a file', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567'

  it.each([
    ['https://github.com/a/b.git', 'main', 'https://github.com/a/b/blob/main/{file}'],
    ['git@github.example.com:a/b.git', 'refs/tags/v1', 'https://github.example.com/a/b/blob/v1/{file}'],
    ['https://gitlab.com/a/b/c.git', 'main', 'https://gitlab.com/a/b/c/-/blob/main/{file}'],
    ['https://codeberg.org/a/b', 'main', 'https://codeberg.org/a/b/src/branch/main/{file}'],
    ['ssh://git@gitea.example.com:2222/a/b.git', 'refs/tags/v1', 'https://gitea.example.com/a/b/src/tag/v1/{file}'],
    ['https://forgejo.example.com/a/b', commit, `https://forgejo.example.com/a/b/src/commit/${commit}/{file}`],
    ['git@bitbucket.org:a/b.git', 'main', 'https://bitbucket.org/a/b/src/main/{file}'],
    [
      'https://bitbucket.example.com/scm/ops/b.git',
      'main',
      'https://bitbucket.example.com/projects/OPS/repos/b/browse/{file}?at=refs%2Fheads%2Fmain',
    ],
    [
      'ssh://git@bitbucket.example.com:7999/ops/b.git',
      'refs/tags/v1',
      'https://bitbucket.example.com/projects/OPS/repos/b/browse/{file}?at=refs%2Ftags%2Fv1',
    ],
    ['https://dev.azure.com/a/b/_git/c', 'main', 'https://dev.azure.com/a/b/_git/c?path=/{file}&version=GBmain'],
    ['git@ssh.dev.azure.com:v3/a/b/c', 'refs/tags/v1', 'https://dev.azure.com/a/b/_git/c?path=/{file}&version=GTv1'],
  ])('in %s at %s is %s', (url, revision, web) => {
    expect(repositoryOf(url, `, revision: ${revision}`)?.web).toBe(web)
  })

  it('of another host is where people say', () => {
    expect(repositoryOf('https://git.example.com/a/b')).toBeUndefined()
    expect(
      repositoryOf('https://git.example.com/a/b', ', web: "https://git.example.com/a/b/tree/{file}?h={revision}"')?.web,
    ).toBe('https://git.example.com/a/b/tree/{file}?h=main')
    expect(repositoryOf('https://git.example.com/a/b', ', web: https://gitlab.example.com/a/b/')?.web).toBe(
      'https://gitlab.example.com/a/b/-/blob/main/{file}',
    )
  })
})

test('a folder has no slashes at its ends, and is below the root', () => {
  const folder = (path: string) => repositoryOf('https://github.com/a/b', `, path: ${JSON.stringify(path)}`)?.path
  expect(['metrics', 'a/b', './a/', '', '.', './'].map(folder)).toEqual(['metrics', 'a/b', 'a', '', '', ''])
  expect(['..', '/', '/a', 'a/..', 'a/../..', 'a\\b', 'a//b', 'a/./b', '~/a'].map(folder)).toEqual(
    Array(9).fill(undefined),
  )
})
