import { expect, it } from 'vitest'
import { parseToolNames, toolNames } from './catalog.ts'
import { pinOf } from './pins.ts'

it.each(toolNames)('the go.mod of %s provides it in a release, which its binary is told', async (name) => {
  const pin = await pinOf(name)
  expect(pin.version).toMatch(/^\d+\.\d+\.\d+$/)
  if (pin.versionVariable !== undefined) expect(pin.ldflags).toContain(pin.version)
})

it('builds the tools of one project from one version', async () => {
  const [prometheus, promtool, alertmanager, amtool] = await Promise.all(
    (['prometheus', 'promtool', 'alertmanager', 'amtool'] as const).map(pinOf),
  )
  expect(promtool?.version).toBe(prometheus?.version)
  expect(amtool?.version).toBe(alertmanager?.version)
})

it('names the known tools when asked for another', () => {
  expect(() => parseToolNames(['kustomise'])).toThrow(/unknown tool "kustomise".*kustomize/)
})
