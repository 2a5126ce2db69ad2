import { expect, it } from 'vitest'
import { typeErrors } from '../compile.ts'

const errorsOf = (type: string, literal: string) =>
  typeErrors(`import type { ${type} } from '@thanos-fleet/kubernetes'\nexport const it: ${type} = ${literal}\n`)

const metadata = `metadata: { name: 'a' }`
const claim = `{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' }, spec: {} }`
const policy = (rule: string) =>
  `{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', ${metadata}, spec: { podSelector: {}, ingress: [${rule}] } }`
const stateful = (template: string) => `{
  apiVersion: 'apps/v1', kind: 'StatefulSet', ${metadata},
  spec: {
    selector: {}, serviceName: 'a', template: { spec: { containers: [] } }, volumeClaimTemplates: [${template}],
  },
}`
const route = (fields: string) => `{ apiVersion: 'traefik.io/v1alpha1', kind: 'IngressRoute', ${metadata}, ${fields} }`

it.each([
  ['ConfigMap', `{ apiVersion: 'v1', kind: 'ConfigMap', ${metadata}, data: { a: 'b' } }`],
  ['StatefulSet', stateful(claim)],
  ['NetworkPolicy', policy('{ from: [{ podSelector: {} }] }')],
  [
    'IngressRoute',
    route(`spec: { routes: [{ kind: 'Rule', match: 'Host(\`a\`)', services: [{ name: 'a', port: 'http' }] }] }`),
  ],
])('a %s compiles', (type, literal) => {
  expect(errorsOf(type, literal)).toEqual([])
})

it.each([
  ['a misspelt kind', 'ConfigMap', `{ apiVersion: 'v1', kind: 'Configmap', ${metadata} }`],
  ['another API version', 'StatefulSet', stateful(claim).replace('apps/v1', 'apps/v1beta1')],
  ['a missing name', 'ConfigMap', `{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'a' } }`],
  ['missing metadata', 'ConfigMap', `{ apiVersion: 'v1', kind: 'ConfigMap' }`],
  ['the client\'s name of the field "from"', 'NetworkPolicy', policy('{ _from: [{ podSelector: {} }] }')],
  ['a claim template without its kind', 'StatefulSet', stateful(claim.replace(`kind: 'PersistentVolumeClaim', `, ''))],
  ['a workload without its spec', 'Deployment', `{ apiVersion: 'apps/v1', kind: 'Deployment', ${metadata} }`],
  ['a pod template without its spec', 'StatefulSet', stateful(claim).replace('{ spec: { containers: [] } }', '{}')],
  ['a status', 'Pod', `{ apiVersion: 'v1', kind: 'Pod', ${metadata}, spec: { containers: [] }, status: {} }`],
  ['a misspelt custom kind', 'IngressRoute', route('spec: { routes: [] }').replace(`'IngressRoute'`, `'Ingressroute'`)],
  ['a choice that the definition lacks', 'IngressRoute', route(`spec: { routes: [{ kind: 'Rul', match: 'a' }] }`)],
  ['a field that the definition lacks', 'IngressRoute', route('spec: { routes: [], rules: [] }')],
  ['a custom resource without its spec', 'IngressRoute', route('')],
])('%s does not compile', (_, type, literal) => {
  expect(errorsOf(type, literal)).not.toEqual([])
})
