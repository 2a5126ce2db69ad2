import type { Active } from '../active.ts'
import { about, type Alert } from '../alert.ts'
import { series } from '../jobs.ts'
import { duration } from '../threshold.ts'
import { ownNamespaces } from './common.ts'

/** For how long a renewal may be late. cert-manager repeats a failed one after an hour. */
const late = { overdue: duration('1h') }

/**
 * The certificates that cert-manager makes for the stack. By default they are renewed when a third of their time is left:
 * 30 days of 90. What is late is told then, and not at a number of days, since an issuer may give certificates for hours.
 */
export function certificateAlerts(active: Active): Alert[] {
  if (active.certificates !== true) return []
  const at = (event: string) =>
    series(`kube_certificate_${event}_timestamp_seconds`, 'kube-state-metrics', ...ownNamespaces(active))
  const overdue = `time() - ${at('renewal')} > %{overdue}`
  return about('kube-state-metrics', [
    {
      name: 'CertificateNotRenewed',
      severity: 'warning',
      for: '1h',
      expr: overdue,
      thresholds: late,
      summary: 'Certificate {{ $labels.certificate }} has not been renewed.',
      description:
        'The renewal of {{ $labels.namespace }}/{{ $labels.certificate }} has been due for ' +
        '{{ $value | humanizeDuration }}. When it expires, its clients and servers refuse each other.',
    },
    {
      name: 'CertificateExpiring',
      severity: 'critical',
      for: '15m',
      expr: `
        ${at('expiration')} - time() < %{left}
        and on (namespace, certificate) ${overdue}`,
      thresholds: { left: duration('7d'), ...late },
      summary: 'Certificate {{ $labels.certificate }} is about to expire.',
      description:
        '{{ $labels.namespace }}/{{ $labels.certificate }} expires in {{ $value | humanizeDuration }} and has not ' +
        'been renewed. From then on its clients and servers refuse each other.',
    },
  ])
}
