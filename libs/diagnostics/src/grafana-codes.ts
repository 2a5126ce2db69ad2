/** What Grafana, and addresses of others, are refused for; a part of the groups in codes.ts. */
export const grafanaCodes = {
  title: 'Grafana and addresses',
  page: 'cluster-yaml.md#grafana',
  codes: {
    'data-source-not-reachable': 'Who asks, Grafana or a browser, must find somebody there.',
    'data-source-of-stack': "Every dashboard asks the stack's data source.",
    'endpoint-of-stack':
      'Query reads every StoreAPI of the stack anyway, and itself it would ask without an end; nothing of the stack takes traces.',
    'oidc-without-host': 'Providers send people back to the URL of Grafana, and only to one that they know.',
    'oidc-without-roles': 'A strict mapping of roles without a mapping turns everybody away.',
    'owned-setting': 'Other parts of the stack rely on it, or another setting says it.',
    'unknown-variable': 'Grafana puts nothing in the place of a variable that it does not have.',
  },
}
