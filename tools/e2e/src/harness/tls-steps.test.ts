import { loadCluster } from '@thanos-fleet/cluster-spec'
import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { isObject } from '@thanos-fleet/json'
import { desired } from '@thanos-fleet/stack'
import { expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { merge } from '../workspace/merge.ts'
import { encrypted } from './grpc-tls.ts'
import { holdPatch, type Step } from './tls-steps.ts'

const objectsWith = (settings: Record<string, unknown>) => {
  const loaded = loadCluster({ path: 'clusters/receive-mode/cluster.yaml', text: merge(exampleText('receive-mode'), settings) })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return desired(loaded.spec).objects
}
const objects = objectsWith(encrypted)

/** What a patch holds back, as text. */
function heldAt(step: Step): Record<string, string> {
  const documents = parseAllDocuments(holdPatch(objects, step, 2)).map((document): unknown => document.toJS())
  return Object.fromEntries(
    documents
      .filter(isObject)
      .map(({ metadata, spec }) => [isObject(metadata) ? String(metadata['name']) : '', JSON.stringify(spec)]),
  )
}

const partition = (from: number) =>
  JSON.stringify({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: from } } })
const servers = { 'thanos-store': partition(1), 'thanos-rule': partition(1) }
const clients = { 'thanos-query': '{"paused":true}', 'thanos-receive-router': '{"paused":true}' }

it('restarts one replica of each server first, while clients wait', () => {
  expect(heldAt('one replica of each server')).toEqual({
    ...servers,
    ...clients,
    'thanos-receive-ingestor': partition(2),
  })
})

it('restarts as many ingestors as take a write, and then clients', () => {
  expect(heldAt('a quorum of ingestors')).toEqual({ ...servers, ...clients, 'thanos-receive-ingestor': partition(1) })
  expect(heldAt('clients')).toEqual({ ...servers, 'thanos-receive-ingestor': partition(1) })
})

it('holds nothing back that does not use gRPC', () => {
  expect(holdPatch(objectsWith({}), 'clients', 2)).toBe('')
})
