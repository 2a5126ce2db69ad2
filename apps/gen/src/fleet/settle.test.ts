import { afterEach, beforeEach, expect, test } from 'vitest'
import { planUnit } from '../files/plan.ts'
import { commit, stage } from '../files/apply.ts'
import type { Plan } from '../files/unit.ts'
import { TestRepository } from '../testing/repository.ts'
import { settledUnits } from './settle.ts'

const root = 'clusters/eu-1'
const second = 1000

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  repository.write(`${root}/cluster.yaml`, 'x\n')
})
afterEach(() => repository.remove())

/** A plan that has been carried out, with the time when its files were put in their places. */
function carryOut(): { plan: Plan; committed: number } {
  const unit = { root, files: new Map([[`${root}/a.yaml`, 'a\n']]), handWritten: [], deep: true }
  const plan = planUnit(repository.path, unit, { force: false, willWrite: true })
  const staged = stage(repository.path, plan)
  const committed = Date.now() + 1
  commit(repository.path, staged)
  return { plan, committed }
}

test('a folder in which only the run wrote is settled', () => {
  const { plan, committed } = carryOut()
  expect(settledUnits(repository.path, [plan], { started: Date.now() + second, committed })).toHaveLength(1)
})

test('a file that a person may have edited during the run unsettles its folder', () => {
  const { plan, committed } = carryOut()
  expect(settledUnits(repository.path, [plan], { started: Date.now() - second, committed })).toEqual([])
})

test('so does a generated file that was edited after it was put in its place', () => {
  const { plan, committed } = carryOut()
  const started = Date.now() - second
  const onlyGenerated = { ...plan, write: new Map([...plan.write, [`${root}/cluster.yaml`, 'x\n']]) }
  expect(settledUnits(repository.path, [onlyGenerated], { started, committed: committed + second })).toHaveLength(1)
  expect(settledUnits(repository.path, [onlyGenerated], { started, committed: committed - second })).toEqual([])
})
