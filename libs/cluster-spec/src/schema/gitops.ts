import { z } from 'zod'
import { exactlyOne } from './one-of.ts'
import { port, textOf } from './primitives.ts'

/** In braces only the name of the folder can stand: all else would reach Argo CD as it is written. */
const registeredName = textOf(/^([A-Za-z0-9]|\{cluster\})([-A-Za-z0-9_.:/@]|\{cluster\})*$/, 253, {
  code: 'bad-name',
  expected: 'the name by which Argo CD knows a cluster',
  remedy: 'write it as `argocd cluster list` shows it; {cluster} stands for the name of the folder',
})

const serverPattern = new RegExp(
  `^https://([-A-Za-z0-9.]|[{]cluster[}])+(:${port})?(/([-A-Za-z0-9_./]|[{]cluster[}])*)?$`,
)

const server = textOf(serverPattern, 512, {
  code: 'bad-url',
  expected: 'the URL of an API server',
  remedy:
    'write it as `argocd cluster list` shows it; {cluster} stands for the folder: https://api.{cluster}.example.com:6443',
})

const keyed = z
  .strictObject({
    name: registeredName.describe('The name by which Argo CD knows the cluster.').exactOptional(),
    server: server.describe('The URL of the API server.').exactOptional(),
  })
  .transform((value, context) => {
    exactlyOne(value, ['name', 'server'], 'destination', context, 'missing-key')
    if (value.name !== undefined) return { name: value.name }
    if (value.server !== undefined) return { server: value.server }
    return z.NEVER
  })
  .meta({ minProperties: 1, maxProperties: 1 })

/** How a cluster is called in Argo CD. */
export const destination = z
  .union([z.enum(['cluster-name', 'in-cluster']), keyed])
  .describe(
    'The cluster in Argo CD: cluster-name, in-cluster, {name} or {server}; {cluster} is the name of the folder.',
  )

/** How GitOps controllers know a cluster. */
export const gitops = z.strictObject({ destination: destination.exactOptional() })
