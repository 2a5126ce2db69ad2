import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Order } from './order.ts'
import { withBuilder, withDependency, withImage, withRow } from './register.ts'
import { templates } from './templates.ts'

/** The files that a new component changed, as paths from the root. */
export interface Touched {
  readonly created: readonly string[]
  readonly changed: readonly string[]
}

/** The files that list components, and what adds one to each. */
const registries: Record<string, (text: string, order: Order) => string> = {
  'libs/catalog/src/components.ts': withRow,
  'libs/stack/src/stack-components.ts': withBuilder,
  'libs/stack/package.json': withDependency,
  'libs/images/versions.json': withImage,
}

/**
 * Creates a component and registers it. All texts are made before the first is written, so an error leaves nothing.
 * @param root the repository, or a copy of it
 * @throws Error when there is a package of that name, or a registry has another form than expected
 */
export async function scaffold(root: string, order: Order): Promise<Touched> {
  for (const taken of [
    `libs/${order.name}`,
    `libs/components/${order.name}`,
    `apps/${order.name}`,
    `tools/${order.name}`,
  ]) {
    if (existsSync(path.join(root, taken))) throw new Error(`the name is taken: ${taken}`)
  }
  const created = templates(order)
  const changed = Object.fromEntries(
    await Promise.all(
      Object.entries(registries).map(
        async ([file, register]) => [file, register(await readFile(path.join(root, file), 'utf8'), order)] as const,
      ),
    ),
  )
  for (const [file, text] of Object.entries({ ...created, ...changed })) await write(root, file, text)
  return { created: Object.keys(created), changed: Object.keys(changed) }
}

async function write(root: string, file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}
