import { type ClusterSpec, completeDefaults } from '@thanos-fleet/cluster-spec'
import { expect, it } from 'vitest'
import type { Last } from '../files/last.ts'
import { refuseSendingChange, sendingState } from './sending-change.ts'

const own: ClusterSpec = completeDefaults('receive-mode', 'oslo')
const sending = (sendsTo: string): ClusterSpec => ({ ...own, sendsTo, objectStore: null })
const said = (spec: ClusterSpec): Last => ({ kind: 'said', state: { sendsTo: sendingState(spec) } })

it('refuses to leave the data of a cluster behind, and to leave it at another cluster', () => {
  expect(refuseSendingChange(said(own), sending('centre'))).toMatchObject({
    code: 'data-left-behind',
    path: ['sendsTo'],
  })
  expect(refuseSendingChange(said(sending('centre')), own)?.message).toContain('oslo sent to centre')
})

it('lets a cluster send to another one than before, or go on as it was', () => {
  expect(refuseSendingChange(said(sending('centre')), sending('second'))).toBeNull()
  expect(refuseSendingChange(said(own), own)).toBeNull()
})

it('takes what an earlier version generated for a cluster with data of its own', () => {
  expect(refuseSendingChange({ kind: 'said', state: {} }, own)).toBeNull()
  expect(refuseSendingChange({ kind: 'said', state: {} }, sending('centre'))?.code).toBe('data-left-behind')
  expect(refuseSendingChange({ kind: 'never' }, sending('centre'))).toBeNull()
})
