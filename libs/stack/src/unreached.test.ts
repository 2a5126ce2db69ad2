import { expect, test } from 'vitest'
import { specOf } from './testing/load-lines.ts'
import { unreachedAddresses } from './unreached.ts'

function found(lines: string): string[] {
  return unreachedAddresses(specOf(lines)).map(
    ({ path, message }) => `${path.join('.')} ${message.replace(/^.* to /, '')}`,
  )
}

test('an address in a variable, a flag or a key of grafana.ini that no policy allows is named with its setting', () => {
  const proxy = 'HTTPS_PROXY: http://proxy.example.com:3128'
  expect(found(`pods: { extraEnv: { ${proxy} } }`)).toEqual(['pods.extraEnv.HTTPS_PROXY http://proxy.example.com:3128'])
  expect(found(`store: { extraEnv: { ${proxy} } }`)).toEqual([
    'store.extraEnv.HTTPS_PROXY http://proxy.example.com:3128',
  ])
  expect(found('query: { extraFlags: { web.some-url: "https://pages.example.com" } }')).toEqual([
    'query.extraFlags.web.some-url https://pages.example.com',
  ])
  expect(found('grafana: { config: { smtp: { host: "mail.example.com:2525" } } }')).toEqual([
    'grafana.config.smtp.host mail.example.com:2525',
  ])
})

test('an address that policies allow already, and what is none, is not', () => {
  expect(found('query: { extraFlags: { query.metadata.default-time-range: 1h } }')).toEqual([])
  expect(found('pods: { extraEnv: { NO_PROXY: "10.0.0.0/8,.svc", TZ: Europe/Berlin, GOGC: "75" } }')).toEqual([])
  expect(found('query: { extraFlags: { grpc-client-server-name: grpc.example.com } }')).toEqual([])
  expect(found('store: { extraEnv: { P: "https://sts.example.com" } }')).toEqual([])
})
