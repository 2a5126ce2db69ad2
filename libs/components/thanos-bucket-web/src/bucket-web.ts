import {
  type Built,
  commonThanosFlags,
  type Context,
  deployment,
  disruptionBudget,
  service,
  serviceAccount,
  thanosContainer,
  users,
} from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import { thanosBucketWeb as bucketWebArgs } from '@thanos-fleet/flags'
import { bucketAccess } from '@thanos-fleet/object-store'

const component = 'thanos-bucket-web'

/** The web page that shows the blocks of the bucket. */
export function thanosBucketWeb(context: Context): Built {
  const { spec } = context
  const settings = spec.bucketWeb
  if (settings === null) return { objects: [], configs: [] }
  const bucket = bucketAccess(spec)
  return {
    objects: [
      serviceAccount(spec, component, bucket.serviceAccountAnnotations),
      service(spec, component),
      deployment({
        spec,
        component,
        workload: component,
        settings,
        user: users.nobody,
        gracePeriod: 30,
        podLabels: bucket.podLabels,
        usesKubernetesApi: bucket.usesKubernetesApi,
        replicas: settings.replicas,
        containers: [
          thanosContainer(context, component, settings, {
            args: bucketWebArgs(
              {
                ...commonThanosFlags(spec, component, settings),
                'http-address': `0.0.0.0:${port(component, 'http')}`,
                ...bucket.flags,
                refresh: '30m',
              },
              settings.extraFlags,
            ),
            env: bucket.env,
            mounts: bucket.mounts,
          }),
        ],
        volumes: bucket.volumes,
      }),
      disruptionBudget(spec, component),
    ],
    configs: [],
  }
}
