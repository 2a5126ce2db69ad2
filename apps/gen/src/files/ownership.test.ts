import { expect, test } from 'vitest'
import { parseOwnership, withoutHandWritten } from './ownership.ts'

const digest = '0'.repeat(64)

test.each(['cluster.yaml', 'fleet.yaml', 'patches/a.yaml', '../other/a.yaml', '/etc/a', 'a/../../b', 'a\\b', 'a//b'])(
  'an entry for %s owns nothing',
  (path) => {
    const owned = parseOwnership(`${digest}  ${path}\n${digest}  config/a.yaml\n`)
    expect([...withoutHandWritten(owned).keys()]).toEqual(['config/a.yaml'])
  },
)
