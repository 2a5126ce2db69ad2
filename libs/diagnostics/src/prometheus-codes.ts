/** What settings of Prometheus and of alerts are refused for; a part of the groups in codes.ts. */
export const prometheusCodes = {
  title: 'Prometheus and alerts',
  page: 'cluster-yaml.md#prometheus',
  codes: {
    'bad-relabel-config':
      'Prometheus does not start with a step that lacks what its action needs, or has no valid regular expression.',
    'bad-threshold': 'A number of another kind would make an alert fire always, or never.',
    'needed-metric-dropped': 'Alerts, recorded series and panels without their metric are silent, as if all were well.',
    'otlp-attributes': 'Prometheus refuses a list beside the statement that all are promoted.',
    'otlp-without-clients': 'A listener that no policy opens takes nothing.',
    'out-of-order-window-above-receive': 'What ingestors refuse is lost, although Prometheus has taken it.',
    'queue-bounds': 'Prometheus does not start with a queue whose least is above its most.',
    'reserved-header': 'ConfigMaps are no place for secrets, and some headers belong to the protocol.',
    'reserved-name': 'The name is that of a remote write of the stack.',
    'two-logins': 'Prometheus does not start with two ways to log in at one server.',
    'unknown-job': 'A step for a job that does not exist changes nothing.',
    'unknown-threshold': 'The alert does not compare with a number of this name.',
  },
}
