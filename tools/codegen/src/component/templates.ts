import { camelCase, type Order, titleOf } from './order.ts'

/** The files of a new component by their path from the root: a Deployment that already passes every check. */
export function templates(order: Order): Record<string, string> {
  const folder = `libs/components/${order.name}`
  return {
    [`${folder}/package.json`]: manifest(order),
    [`${folder}/src/index.ts`]: `export { ${camelCase(order.name)} } from './${order.name}.ts'\n`,
    [`${folder}/src/${order.name}.ts`]: component(order),
    [`${folder}/src/${order.name}.test.ts`]: test(order),
    [`docs/components/${order.name}.md`]: page(order),
  }
}

function manifest({ name }: Order): string {
  const used = ['cluster-spec', 'component', 'connections', 'kubernetes']
  return `${JSON.stringify(
    {
      name: `@thanos-fleet/${name}`,
      version: '0.0.0',
      private: true,
      type: 'module',
      exports: { '.': './src/index.ts' },
      dependencies: Object.fromEntries(used.map((lib) => [`@thanos-fleet/${lib}`, '*'])),
      nx: { tags: ['type:component'] },
    },
    null,
    2,
  )}\n`
}

function component({ name }: Order): string {
  return `import type { Workload } from '@thanos-fleet/cluster-spec'
import {
  type Built, containerPorts, type Context, deployment, disruptionBudget, imageOf, probes, resources, restricted,
  service, serviceAccount, users,
} from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import type { Container } from '@thanos-fleet/kubernetes'

const component = '${name}'

/** The same in every cluster. What clusters differ in becomes a setting of libs/cluster-spec, read from \`spec\`. */
const settings: Workload = {
  replicas: 2,
  resources: {
    cpu: { request: '50m', limit: null },
    memory: { request: '64Mi', limit: '128Mi' },
    ephemeralStorage: { request: '10Mi', limit: '100Mi' },
  },
  logLevel: 'info',
  extraFlags: {},
  nodeSelector: {},
  tolerations: [],
  priorityClassName: null,
  podLabels: {},
  podAnnotations: {},
  hostAliases: [],
  nodeAffinity: [],
  extraEnv: {},
  extraVolumes: {},
}

/** ${titleOf(name)}. */
export function ${camelCase(name)}(context: Context): Built {
  const { spec } = context
  return {
    objects: [
      serviceAccount(spec, component),
      service(spec, component),
      deployment({
        spec, component, workload: component, settings, user: users.nobody,
        gracePeriod: 30,
        replicas: settings.replicas,
        containers: [container(context)],
      }),
      disruptionBudget(spec, component),
    ],
    configs: [],
  }
}

function container(context: Context): Container {
  return {
    name: component,
    image: imageOf(context, component),
    imagePullPolicy: 'IfNotPresent',
    args: [\`--listen-address=0.0.0.0:\${port(component, 'http')}\`],
    ports: containerPorts(component),
    ...probes('http'),
    resources: resources(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
  }
}
`
}

function test({ name }: Order): string {
  return `import { completeDefaults } from '@thanos-fleet/cluster-spec'
import { components, factsOf } from '@thanos-fleet/connections'
import type { Deployment, KubeObject } from '@thanos-fleet/kubernetes'
import { expect, it } from 'vitest'
import { ${camelCase(name)} } from './${name}.ts'

const spec = completeDefaults('sidecar-mode', 'test')
const { objects } = ${camelCase(name)}({ spec, facts: factsOf(spec) })
const isDeployment = (object: KubeObject): object is Deployment => object.kind === 'Deployment'

it('listens on the port that libs/connections has for it', () => {
  const container = objects.find(isDeployment)?.spec?.template.spec?.containers[0]
  expect(container?.ports).toEqual([
    { name: 'http', containerPort: components['${name}'].ports.http, protocol: 'TCP' },
  ])
})

it('has an identity of its own, a Service, and a limit to evictions', () => {
  expect(objects.map(({ kind, metadata }) => \`\${kind} \${metadata.name}\`)).toEqual([
    'ServiceAccount ${name}', 'Service ${name}', 'Deployment ${name}', 'PodDisruptionBudget ${name}',
  ])
})
`
}

function page({ name, port }: Order): string {
  return `# ${titleOf(name)}

What it is for, in two sentences.

- code: \`libs/components/${name}\`
- port: ${port} (\`http\`), which serves \`/metrics\`, \`/-/ready\` and \`/-/healthy\`
- image: \`${name}\` in \`libs/images/versions.json\`
- connections: the rows of \`${name}\` in \`libs/connections/src/connections.ts\`

## Settings

None yet: replicas and resources are constants of the component.

## When it fails

What people notice, and what helps.
`
}
