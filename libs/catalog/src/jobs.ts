import { componentNames, type ComponentName } from './ask.ts'

/** What Prometheus scrapes of Kubernetes itself, which every cluster has. */
export const kubernetesJobs = ['kubelet', 'cadvisor', 'apiserver'] as const

/** A scrape job of Prometheus: rules and dashboards can select no others. */
export type Job = ComponentName | (typeof kubernetesJobs)[number]

export const jobs: readonly Job[] = [...componentNames, ...kubernetesJobs]
