import { parseArgs } from 'node:util'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { readOrder } from './order.ts'
import { scaffold } from './scaffold.ts'

const usage = 'npm run new-component -- <name> [--image host/path:tag] [--port 8080]'

/** Command line: creates and registers a component, and says what is left to do. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { image: { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help === true) {
    console.log(usage)
    return
  }
  if (positionals.length > 1) throw new Error(`one name at a time; ${usage}`)
  const order = readOrder(positionals[0], values.image, values.port)
  const { created, changed } = await scaffold(repositoryRoot, order)
  for (const file of created) console.log(`created  ${file}`)
  for (const file of changed) console.log(`changed  ${file}`)
  console.log(nextSteps(order.name, values.image === undefined))
}

function nextSteps(name: string, needsImage: boolean): string {
  const steps = [
    'npm install                       links the new package',
    ...(needsImage ? [`libs/images/versions.json         the image of ${name}: a stand-in is there`] : []),
    `libs/components/${name}/src       arguments, probes, resources`,
    'libs/connections/src/connections.ts  who calls it and whom it calls: policies and pictures follow',
    'libs/catalog/src/components.ts    its title, what decides about its presence, how it is proven',
    'npm run gen -- overlays           writes it into every cluster',
    'npm test                          checks all of it',
  ]
  return ['', 'Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n')
}

try {
  await main()
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
