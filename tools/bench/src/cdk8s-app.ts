/**
 * The same objects by cdk8s: `cdk8s-app.ts <objects.json> <clusters> <output>`. A chart, and thus a file, for each
 * cluster; objects go through ApiObject as they would from any typed construct on top of it. Everything is known
 * before, so that only what cdk8s does is measured.
 */
import { readFileSync } from 'node:fs'
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s'

const [input = '', clusters = '0', outdir = ''] = process.argv.slice(2)
const different: ApiObjectProps[][] = JSON.parse(readFileSync(input, 'utf8'))

const app = new App({ outdir })
for (let index = 0; index < Number(clusters); index += 1) {
  const chart = new Chart(app, `cluster-${index}`, { disableResourceNameHashes: true })
  const objects = different[index % different.length] ?? []
  for (const [number, object] of objects.entries()) new ApiObject(chart, `object-${number}`, object)
}
app.synth()
