import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { ringOf } from '../../workspace/rings.ts'

/** Names of what a run adds, which no earlier one had: what is seen of them must be new. */
export interface Names {
  /** The recording rule of Prometheus. */
  recording: string
  /** The recording rule of Thanos Rule. */
  globalRecording: string
  /** The scrape job. */
  job: string
}

/** @param run letters and digits */
export function namesOf(run: string): Names {
  return {
    recording: `e2e:reload_${run}:sum`,
    globalRecording: `e2e:reload_global_${run}:sum`,
    job: `e2e-reload-${run}`,
  }
}

const ruleFile = z.looseObject({ groups: z.array(z.looseObject({ rules: z.array(z.unknown()) })) })
const jobFile = z.looseObject({ scrape_configs: z.array(z.looseObject({ job_name: z.string() })) })

/** A file of rules with one more in its first group. @throws Error when it is no such file */
export function withRecording(text: string, record: string, expr: string): string {
  const file = ruleFile.parse(parse(text))
  const [first, ...others] = file.groups
  if (first === undefined) throw new TypeError('there is no group to add a rule to')
  return stringify({ ...file, groups: [{ ...first, rules: [...first.rules, { record, expr }] }, ...others] })
}

/** A file of scrape jobs with its first one a second time, by another name. @throws Error when it is no such file */
export function withJob(text: string, name: string): string {
  const file = jobFile.parse(parse(text))
  const [first] = file.scrape_configs
  if (first === undefined) throw new TypeError('there is no scrape job to repeat')
  return stringify({ ...file, scrape_configs: [...file.scrape_configs, { ...first, job_name: name }] })
}

/** A patch that gives Thanos Rule a rule: `extra.rules` of cluster.yaml are those of Prometheus. */
export function rulePatch(namespace: string, record: string, expr: string): string {
  const groups = [{ name: 'e2e-reload', interval: '5s', rules: [{ record, expr }] }]
  return stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'thanos-rule-rules', namespace },
    data: { 'e2e-reload.yaml': stringify({ groups }) },
  })
}

/** An endpoint that Query does not have by this name: a pod of Store, in place of all of them by DNS. */
export function extraEndpoint(address: string): string {
  return `${address}:10901`
}

/** Whether the own Prometheus writes to this ring, which gets an ingestor more in each of its zones. */
const isOwn = ({ receive }: ClusterSpec, name: string) => ringOf(receive, receive.tenant) === name

/** Ingestors that come with the change. */
export function addedIngestors(spec: ClusterSpec): number {
  return Math.max(1, spec.receive.hashrings.find(({ name }) => isOwn(spec, name))?.zones.length ?? 0)
}

/** Settings of cluster.yaml that change what is read again: endpoints, Alertmanager's configuration and, if there is one, the ring. */
export function changedSettings(spec: ClusterSpec, groupInterval: string, endpoint: string): Record<string, unknown> {
  const { mode, query, receive } = spec
  return {
    query: { extraEndpoints: [...query.extraEndpoints, endpoint] },
    alertmanager: { groupInterval },
    ...(mode === 'receive-mode'
      ? {
          receive: {
            hashrings: receive.hashrings.map((ring) =>
              isOwn(spec, ring.name) ? { ...ring, replicas: ring.replicas + 1 } : ring,
            ),
          },
        }
      : {}),
  }
}
