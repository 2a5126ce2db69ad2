import type { Finding } from '../finding.ts'
import { scalables } from '../scalable.ts'
import type { Autoscaling } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

function bounds(path: Path, autoscaling: Autoscaling | null): Finding[] {
  if (autoscaling === null || autoscaling.minReplicas <= autoscaling.maxReplicas) return []
  return [
    {
      code: 'autoscaling-bounds',
      path: [...path, 'autoscaling', 'minReplicas'],
      also: [
        [...path, 'autoscaling', 'maxReplicas'],
        [...path, 'replicas'],
      ],
      message:
        `${path.join('.')}.autoscaling: minReplicas (${autoscaling.minReplicas}) is above` +
        ` maxReplicas (${autoscaling.maxReplicas})`,
      remedy: 'swap them, or raise maxReplicas',
    },
  ]
}

export const autoscalingBounds: Check = (spec) =>
  scalables(spec).flatMap(({ path, autoscaling }) => bounds(path, autoscaling))
