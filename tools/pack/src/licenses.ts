import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Licences under which code may be in a package that is itself under Apache-2.0, by their SPDX identifiers. */
const compatible = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'])

interface Manifest {
  name: string
  version: string
  license?: string
}

/**
 * The notice about code of others.
 *
 * @param modules absolute paths of the bundled files of other packages
 * @throws Error when one of them has no licence, or one that may not be passed on like this
 */
export function thirdPartyNotice(modules: readonly string[]): string {
  const folders = [...new Set(modules.map(packageFolder))]
  // By name: where npm puts a package depends on the others.
  const packages = folders
    .map((folder) => ({ folder, ...manifestOf(folder) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const sections = packages.map(({ folder, name, version, license = 'none' }) => {
    if (!compatible.has(license)) throw new Error(`${name} ${version} cannot be bundled: its license is ${license}`)
    const texts = licenseTexts(folder)
    if (texts.length === 0) throw new Error(`${name} ${version} cannot be bundled: it brings no text of its license`)
    return `## ${name} ${version} (${license})\n\n${texts.map((text) => `\`\`\`text\n${text.trim()}\n\`\`\`\n`).join('\n')}`
  })
  return `# Code of others\n\nThe files in \`dist/\` contain parts of these packages, unchanged.\n\n${sections.join('\n')}`
}

/** The folder of the package that a file belongs to. */
function packageFolder(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    // Folders inside of a package can have a package.json that only says how to read them.
    if (existsSync(join(folder, 'package.json')) && 'version' in manifestOf(folder)) return folder
    if (folder === dirname(folder)) throw new Error(`${file} belongs to no package`)
  }
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** Of the package, and of what it has bundled itself. */
function licenseTexts(folder: string): string[] {
  return [folder, join(folder, 'build')].filter(existsSync).flatMap((place) =>
    readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /licen[cs]e|notice/i.test(entry.name))
      .map(({ name }) => readFileSync(join(place, name), 'utf8')),
  )
}
