import { expect, it } from 'vitest'
import { commandsIn } from './memcached.ts'

it('counts what was stored and what was found, in all pods', () => {
  const pod = [
    'memcached_commands_total{command="get",status="hit"} 3',
    'memcached_commands_total{command="get",status="miss"} 50',
    'memcached_commands_total{command="set",status="hit"} 7',
  ].join('\n')
  expect(commandsIn(`${pod}\n${pod}\n`)).toEqual({ stored: 14, hits: 6 })
})
