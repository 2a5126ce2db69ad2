import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { IndentationText, Project, QuoteKind } from 'ts-morph'
import type { Order } from './order.ts'
import { addToFacts, addToParts, withDependency, withImage, withRow } from './register.ts'
import { templates } from './templates.ts'

/** The files that a new component changed, as paths from the root. */
export interface Touched {
  readonly created: readonly string[]
  readonly changed: readonly string[]
}

/**
 * Creates a component and registers it. All texts are made before the first is written, so an error leaves nothing.
 * @param root the repository, or a copy of it
 * @throws Error when there is a package of that name, or a registry has another form than expected
 */
export async function scaffold(root: string, order: Order): Promise<Touched> {
  for (const taken of [`libs/${order.name}`, `libs/components/${order.name}`, `apps/${order.name}`, `tools/${order.name}`]) {
    if (existsSync(path.join(root, taken))) throw new Error(`the name is taken: ${taken}`)
  }
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single, useTrailingCommas: true,
      insertSpaceAfterOpeningAndBeforeClosingNonemptyBraces: true,
    },
  })
  const created = templates(order)
  const changed: Record<string, string> = {
    ...Object.fromEntries([addToFacts, addToParts].map((add) => {
      const file = add(project, root, order)
      return [path.relative(root, file.getFilePath()), withoutAddedSemicolons(file.getFullText())]
    })),
    'libs/catalog/src/components.ts': withRow(await read(root, 'libs/catalog/src/components.ts'), order),
    'libs/stack/package.json': withDependency(await read(root, 'libs/stack/package.json'), order),
    'libs/images/versions.json': withImage(await read(root, 'libs/images/versions.json'), order),
  }
  for (const [file, text] of Object.entries({ ...created, ...changed })) await write(root, file, text)
  return { created: Object.keys(created), changed: Object.keys(changed) }
}

/** ts-morph ends an import with a semicolon; the workspace has none. */
const withoutAddedSemicolons = (text: string) => text.replace(/^(import .*);$/gm, '$1')

const read = (root: string, file: string) => readFile(path.join(root, file), 'utf8')

async function write(root: string, file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}
