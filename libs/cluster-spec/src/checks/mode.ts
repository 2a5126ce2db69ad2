import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** A stateless Rule has nowhere to write but Receive. */
export const statelessRule: Check = ({ mode, rule }) => {
  if (rule?.kind !== 'stateless' || mode === 'receive-mode') return []
  return [
    {
      code: 'stateless-rule-outside-receive-mode',
      path: ['rule', 'kind'],
      also: [['mode']],
      message: `a stateless rule writes its results to Receive, which mode ${mode} does not have`,
      remedy: 'write kind: stateful, or mode: receive-mode',
    },
  ]
}

/** Says so when a section is for something that is not deployed, rather than ignore it silently. */
export const settingsWithEffect: Check = ({ mode, queryFrontend, store }, { written }) => {
  const cachesInMemcached = [queryFrontend.cache, store.indexCache, store.bucketCache].some(
    ({ type }) => type === 'memcached',
  )
  const unused = (path: Path, why: string, remedy: string): Finding[] =>
    !written(path)
      ? []
      : [
          {
            severity: 'warning',
            code: 'setting-without-effect',
            path,
            at: 'key',
            message: `${path.join('.')} has no effect: ${why}`,
            remedy,
          },
        ]
  return [
    ...(mode === 'receive-mode' ? unused(['sidecar'], 'receive-mode has no sidecars', 'remove it') : []),
    ...(mode === 'receive-mode'
      ? []
      : unused(['receive'], `mode ${mode} has no Receive`, 'remove it, or write mode: receive-mode')),
    ...(cachesInMemcached
      ? []
      : unused(['memcached'], 'no cache uses it', 'remove it, or write a cache as {type: memcached}')),
  ]
}
