import { didYouMean } from '@thanos-fleet/diagnostics'
import { ownValue } from '@thanos-fleet/json'
import { mirrorFindings } from '../checks/images.ts'
import { duplicates } from '../checks/duplicates.ts'
import type { Finding } from '../finding.ts'
import type { Fleet } from './fleet.ts'
import type { FleetInput } from './schema.ts'

/** What is wrong in the file beside the form of its values and beside its defaults. */
export function fleetFindings(input: FleetInput, fleet: Fleet): Finding[] {
  return [...ringFindings(input, fleet), ...gitopsFindings(input), ...versionFindings(input)]
}

function ringFindings(input: FleetInput, { channels }: Fleet): Finding[] {
  if (input.rings === undefined) return []
  const names = input.rings.map(({ name }) => name)
  const unknownChannels = input.rings.flatMap(({ channel }, index): Finding[] => {
    if (channel === undefined || channels.includes(channel)) return []
    return [
      {
        code: 'unknown-channel',
        path: ['rings', index, 'channel'],
        message: `unknown versions channel "${channel}"`,
        remedy: didYouMean(channel, channels, `use one of: ${channels.join(', ')}`),
      },
    ]
  })
  return [
    ...duplicates(names, ['rings'], 'name', 'ring').map((finding) => ({ ...finding, code: 'duplicate-ring' })),
    ...unknownChannels,
    ...channelsTwice(input),
    ...ringsOfDefaults(input, names),
  ]
}

/** A channel of a ring that its defaults say too: one of the two would be ignored. */
function channelsTwice({ rings = [], defaults }: FleetInput): Finding[] {
  return rings.flatMap(({ name, channel }, index): Finding[] =>
    channel === undefined || ownValue(defaults?.rings ?? {}, name)?.['channel'] === undefined
      ? []
      : [
          {
            code: 'channel-said-twice',
            path: ['defaults', 'rings', name, 'channel'],
            at: 'key',
            also: [['rings', index, 'channel']],
            message: `rings already sets the channel of "${name}"`,
            remedy: 'keep only one of them',
          },
        ],
  )
}

function ringsOfDefaults({ defaults }: FleetInput, names: readonly string[]): Finding[] {
  return Object.keys(defaults?.rings ?? {})
    .filter((name) => !names.includes(name))
    .map((name) => {
      return {
        code: 'unlisted-ring',
        path: ['defaults', 'rings', name],
        at: 'key',
        message: `defaults.rings: "${name}" is not in rings`,
        remedy: didYouMean(name, names, `add it to rings, or use one of: ${names.join(', ')}`),
      }
    })
}

function gitopsFindings({ gitops }: FleetInput): Finding[] {
  const name = gitops?.flux?.name
  return [
    ...(name === undefined || name.includes('{cluster}')
      ? []
      : [
          {
            code: 'flux-name-without-cluster',
            path: ['gitops', 'flux', 'name'],
            message:
              `the Flux objects of all clusters would be named "${name}": of two on one Kubernetes cluster` +
              ' the second deletes what the first deployed',
            remedy: `write {cluster} in the name: ${name}-{cluster}`,
          },
        ]),
    ...(gitops?.argocd?.project !== 'default'
      ? []
      : [
          {
            code: 'project-of-argocd',
            path: ['gitops', 'argocd', 'project'],
            message: 'the project "default" is Argo CD\'s own, and would be replaced by that of the fleet',
            remedy: 'use a separate project for the fleet, for example thanos-fleet',
          },
        ]),
  ]
}

function versionFindings({ versions }: FleetInput): Finding[] {
  return [
    ...mirrorFindings(versions?.mirrors ?? {}, ['versions', 'mirrors']),
    ...duplicates(versions?.pullSecrets ?? [], ['versions', 'pullSecrets'], '', 'pull secret'),
  ]
}
