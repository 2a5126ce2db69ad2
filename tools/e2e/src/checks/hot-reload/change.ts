import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../../world.ts'
import { changedSettings, type Names, rulePatch, withJob, withRecording } from './edits.ts'

const rulesPath = 'extra/e2e-rules.yaml'
const jobsPath = 'extra/e2e-target.yaml'
const patch = 'e2e-hot-reload.yaml'

/** Makes one change of everything that is read again, runs something, and takes it all back. */
export async function whileChanged<Value>(
  world: World,
  names: Names,
  groupInterval: string,
  endpoint: string,
  prove: () => Promise<Value>,
): Promise<Value> {
  const { workspace } = world
  const read = (path: string) => readFileSync(join(workspace.folder, path), 'utf8')
  const [before, rules, jobs] = [workspace.text, read(rulesPath), read(jobsPath)]
  try {
    workspace.file(rulesPath, withRecording(rules, names.recording, 'sum(e2e_constant)'))
    workspace.file(jobsPath, withJob(jobs, names.job))
    if (world.spec.rule !== null)
      workspace.patch(patch, rulePatch(world.namespace, names.globalRecording, 'sum(e2e_constant{job="e2e-target"})'))
    await world.change(changedSettings(world.spec, groupInterval, endpoint))
    return await prove()
  } finally {
    workspace.file(rulesPath, rules)
    workspace.file(jobsPath, jobs)
    workspace.patch(patch, null)
    await world.synchronise(workspace.set(before))
  }
}
