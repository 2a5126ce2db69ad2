import { expect, it } from 'vitest'
import { readKingpinHelp, readPflagHelp } from './help.ts'

const kingpin = `usage: program [<flags>]

Something about --nothing.

Flags:
  -h, --[no-]help            Show help.
      --data-dir="./data"    Where data
                             lives.
      --label=<name>="<value>" ...  
                             Labels.
      --web.url=WEB.URL      Address.
      --level=info           Level.
`

it('reads name, text, default and repetition of kingpin flags', () => {
  expect(readKingpinHelp(kingpin)).toEqual([
    { name: 'help', text: 'Show help.', isSwitch: true, isNegatable: true, isRepeatable: false },
    {
      name: 'data-dir',
      text: 'Where data lives.',
      isSwitch: false,
      isNegatable: false,
      isRepeatable: false,
      standard: './data',
    },
    { name: 'label', text: 'Labels.', isSwitch: false, isNegatable: false, isRepeatable: true },
    { name: 'web.url', text: 'Address.', isSwitch: false, isNegatable: false, isRepeatable: false },
    { name: 'level', text: 'Level.', isSwitch: false, isNegatable: false, isRepeatable: false, standard: 'info' },
  ])
})

it('reads types and defaults of pflag flags', () => {
  const help = `Flags:\n      --gzip          Compress.\n  -v, --v Level       Verbosity\n      --port int      Port. (default 8080)\n`
  expect(readPflagHelp(help)).toEqual([
    { name: 'gzip', text: 'Compress.', isSwitch: true, isNegatable: false, isRepeatable: false },
    { name: 'v', text: 'Verbosity', isSwitch: false, isNegatable: false, isRepeatable: false, typeName: 'Level' },
    {
      name: 'port',
      text: 'Port. (default 8080)',
      isSwitch: false,
      isNegatable: false,
      isRepeatable: false,
      standard: '8080',
      typeName: 'int',
    },
  ])
})
