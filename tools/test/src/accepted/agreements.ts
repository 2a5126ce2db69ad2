import { isObject } from '@thanos-fleet/json'

type Mapping = Record<string, unknown>

/**
 * Parts whose settings have to agree in so many ways that chance would hardly ever make them, by their names.
 * What is made to agree can still be refused for anything else.
 */
const agreements: Readonly<Record<string, (part: Mapping) => Mapping>> = {
  ingress({ gateway, authentication, hosts, ...others }) {
    const rest: Mapping = isObject(gateway) ? { ...others, kind: 'Gateway' } : others
    const published = isObject(hosts) && Object.values(hosts).some((host) => typeof host === 'string')
    const said = { ...rest, hosts: published ? hosts : { query: 'thanos.example.com' } }
    const filter = isObject(authentication) && 'gatewayFilter' in authentication
    if (rest['kind'] !== 'Gateway') {
      return { ...said, authentication: filter ? { forwardAuth: 'https://auth.example.com/a?b=c' } : authentication }
    }
    return {
      ...said,
      gateway: isObject(gateway) ? gateway : { name: 'public', namespace: 'gateways' },
      authentication: filter ? authentication : { gatewayFilter: { group: 'example.com', kind: 'Filter', name: 'a' } },
    }
  },
  'alertmanager.receivers[].email': mailed,
  'alertmanager.receivers[].email[]': mailed,
}

/** A login is complete or there is none, and it is only sent encrypted. */
function mailed({ username, passwordSecret, ...rest }: Mapping): Mapping {
  if (username === undefined || passwordSecret === undefined) return rest
  return { ...rest, username, passwordSecret, requireTls: true }
}

/** A part of a document, made to agree with itself. */
export function agreed(name: string, part: unknown): unknown {
  const agreement = Object.hasOwn(agreements, name) ? agreements[name] : undefined
  return agreement === undefined || !isObject(part) ? part : agreement(part)
}
