import type { ClusterFolder } from '@thanos-fleet/cluster-spec'

const files = new Map([
  ['scrape/a.yaml', 'scrape_configs: [{ job_name: a, static_configs: [{ targets: ["a:80"] }] }]\n'],
  ['scrape/b.yaml', 'scrape_configs: [{ job_name: b, static_configs: [{ targets: ["b:80"] }] }]\n'],
  ['rules/a.yaml', 'groups: [{ name: a, rules: [{ alert: OwnA, expr: up == 0 }] }]\n'],
  ['rules/b.yaml', 'groups: [{ name: b, rules: [{ alert: OwnB, expr: up == 1 }] }]\n'],
  ['dashboards/a.json', '{ "title": "A", "uid": "own-a", "panels": [] }\n'],
  ['dashboards/b.json', '{ "title": "B", "uid": "own-b", "panels": [] }\n'],
  ['templates/a.tmpl', '{{ define "own-a" }}A{{ end }}\n'],
  ['templates/b.tmpl', '{{ define "own-b" }}B{{ end }}\n'],
])

/** Files of people beside a cluster.yaml, two for each list of `extra`. */
export const extraFolder: ClusterFolder = {
  files: () => [...files.keys()],
  read: (path) => files.get(path) ?? '',
}
