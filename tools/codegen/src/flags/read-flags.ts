import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type HelpFlag, readKingpinHelp, readPflagHelp } from './help.ts'
import { kingpinProbe, type Probe } from './probe.ts'
import type { Program } from './programs.ts'
import { kingpinType, pflagType } from './value-type.ts'

/** A flag with its TypeScript type. */
export interface Flag {
  readonly name: string
  readonly type: string
  readonly doc: string
}

/** A flag that a deployment never sets: it prints and exits. */
const printing = new Set(['help', 'help-long', 'help-man', 'version', 'short-version'])

/** The help's width. One line a flag keeps names and texts from being split. */
const wide = { COLUMNS: '4000' }

/**
 * The flags of one program, sorted by name. A deprecated flag is left out, so that nobody starts to use it.
 * @param binary the program's path
 * @throws Error when the program refuses one of its hidden flags
 */
export async function readFlags(binary: string, program: Program): Promise<Flag[]> {
  const { stdout, stderr } = await promisify(execFile)(binary, [...program.command, '--help'], { env: wide })
  const shown = (program.parser === 'pflag' ? readPflagHelp : readKingpinHelp)(`${stdout}\n${stderr}`)
  const probe = kingpinProbe(binary, program)
  const flags: Flag[] = []
  for (const flag of [...shown.filter(isUsable), ...program.hidden.map(hiddenFlag)]) {
    flags.push({ name: flag.name, type: await typeOf(flag, program, probe), doc: documentation(flag) })
  }
  return flags.sort((one, other) => (one.name < other.name ? -1 : 1))
}

const isUsable = (flag: HelpFlag) => !printing.has(flag.name) && !/^\W*deprecat/i.test(flag.text)

const hiddenFlag = (name: string): HelpFlag => ({
  name,
  text: 'Hidden from the help.',
  isSwitch: false,
  isNegatable: false,
  isRepeatable: false,
})

async function typeOf(flag: HelpFlag, program: Program, probe: Probe): Promise<string> {
  if (flag.isSwitch) return flag.isNegatable || program.parser === 'pflag' ? 'boolean' : 'true'
  const one = program.parser === 'pflag' ? pflagType(flag) : await kingpinType(flag, probe)
  return flag.isRepeatable ? `readonly ${one.includes('|') ? `(${one})` : one}[]` : one
}

/** The help's first sentence and the default: enough for a completion list. */
function documentation({ text, standard }: HelpFlag): string {
  const sentence = (/^.*?[.:](?= [A-Z]|$)/.exec(text)?.[0] ?? text)
    .replace(/ ?\(default .*\)$/, '')
    .replaceAll('*/', '* /')
  return [
    sentence,
    ...(standard === undefined || standard === '' ? [] : [`Default: ${standard.replaceAll('*/', '* /')}`]),
  ].join('\n')
}
