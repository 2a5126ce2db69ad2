import type { ActiveParts } from '../active.ts'
import type { Group } from '../definition.ts'
import { alertmanager } from './alertmanager.ts'
import { kubernetes } from './kubernetes.ts'
import { nodes } from './nodes.ts'
import { prometheus } from './prometheus.ts'
import { recording } from './recording.ts'
import { remoteWrite } from './remote-write.ts'
import { configReloader, grafana, memcached } from './small-parts.ts'
import { storage } from './storage.ts'
import { thanosCompact } from './thanos-compact.ts'
import { thanosQuery } from './thanos-query.ts'
import { thanosQueryFrontend } from './thanos-query-frontend.ts'
import { thanosReceive } from './thanos-receive.ts'
import { thanosRule } from './thanos-rule.ts'
import { thanosSidecar } from './thanos-sidecar.ts'
import { thanosStore } from './thanos-store.ts'

/** What rules are about, by the name of their file. */
export const localSubjects: Readonly<Record<string, (active: ActiveParts) => Group[]>> = {
  recording, prometheus, 'remote-write': remoteWrite,
  'thanos-sidecar': thanosSidecar, 'thanos-query': thanosQuery, 'thanos-query-frontend': thanosQueryFrontend,
  'thanos-store': thanosStore, 'thanos-compact': thanosCompact, 'thanos-rule': thanosRule, 'thanos-receive': thanosReceive,
  alertmanager, 'config-reloader': configReloader, memcached, grafana, nodes, storage, kubernetes,
}

export { globalAlerts } from './global.ts'
