import type { ComponentName } from '@thanos-fleet/connections'
import { Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { increase, maxBy, stack, sumBy, type Job } from './promql.ts'
import type { AuthoredSection } from './section.ts'

/** How a producer brings its blocks into the bucket. */
export function uploadSection(component: ComponentName & Job): AuthoredSection {
  const producer = stack(component)
  return {
    title: 'Upload of blocks',
    component,
    panels: [
      graph({
        title: 'Blocks uploaded',
        unit: Short,
        description: 'Blocks uploaded within two hours: one per replica and tenant is normal.',
        queries: [[`sum by (pod) (increase(thanos_shipper_uploads_total${producer}[2h]))`, '{{pod}}']],
      }),
      graph({
        title: 'Uploads that failed',
        unit: Short,
        description: 'Failed uploads, and failed readings of the folder of blocks, within five minutes.',
        queries: [
          [sumBy(['pod'], increase('thanos_shipper_upload_failures_total', producer)), '{{pod}} upload'],
          [sumBy(['pod'], increase('thanos_shipper_dir_sync_failures_total', producer)), '{{pod}} folder'],
        ],
      }),
      graph({
        title: 'Since the last upload',
        unit: Seconds,
        description:
          'Time since each pod last uploaded something. What is not uploaded when a volume is lost is lost with it.',
        queries: [
          [
            `time() - ${maxBy(['pod'], `thanos_objstore_bucket_last_successful_upload_time${producer} > 0`)}`,
            '{{pod}}',
          ],
        ],
      }),
    ],
  }
}
