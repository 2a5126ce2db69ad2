import { ensureTools, toolVersion } from '@thanos-fleet/cli-tools'
import type { GeneratedFile, Generator } from '../output.ts'
import { newProject, textOf } from '../typescript.ts'
import { type Program, programs } from './programs.ts'
import { type Flag, readFlags } from './read-flags.ts'

/** The flags of every program as TypeScript interfaces, from the pinned programs themselves. */
export const flags: Generator = { name: 'flags', generate: generateFlags }

const valueTypes = ['Bytes', 'GoDuration', 'TimeOrDuration'] as const

/** Throws an Error when a program cannot be had, or refuses one of its hidden flags. */
async function generateFlags(): Promise<GeneratedFile[]> {
  const binaries = await ensureTools([...new Set(programs.map(({ tool }) => tool))])
  // All at once: each program is asked one question after the other, so there are no more processes than programs.
  return Promise.all(
    programs.map(async (program) => {
      const command = [program.tool, ...program.command, '--help'].join(' ')
      const source = `\`${command}\` of version ${await toolVersion(program.tool)}`
      return renderFlags(program, source, await readFlags(binaries[program.tool], program))
    }),
  )
}

/** One interface with one optional property a flag. */
function renderFlags(program: Program, source: string, properties: readonly Flag[]): GeneratedFile {
  const uses = (word: string) => properties.some((flag) => new RegExp(`\\b${word}\\b`).test(flag.type))
  const file = newProject().createSourceFile(`${program.file}.ts`)
  const named = valueTypes.filter(uses)
  if (uses('Duration')) {
    file.addImportDeclaration({
      isTypeOnly: true,
      namedImports: ['Duration'],
      moduleSpecifier: '@thanos-fleet/kubernetes',
    })
  }
  if (named.length > 0) {
    file.addImportDeclaration({ isTypeOnly: true, namedImports: named, moduleSpecifier: '../values.ts' })
  }
  file.addInterface({
    name: program.type,
    isExported: true,
    properties: properties.map((flag) => ({
      name: `'${flag.name}'`,
      type: flag.type,
      hasQuestionToken: true,
      docs: flag.doc === '' ? [] : [flag.doc],
    })),
  })
  return { path: `libs/flags/src/generated/${program.file}.ts`, text: textOf(file, source) }
}
