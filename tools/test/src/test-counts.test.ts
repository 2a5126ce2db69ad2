import { expect, test } from 'vitest'
import { summaryOf, testCounts } from './test-counts.ts'

const report = (testResults: object[]) => JSON.stringify({ numPassedTests: 5, numFailedTests: 2, testResults })

test('counts what Vitest counted', () => {
  const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]
  expect(testCounts(report(files))).toEqual({ passed: 5, failed: 2 })
})

test('a file that could not be loaded is a failure, although no test of it failed', () => {
  expect(testCounts(report([{ status: 'failed', assertionResults: [] }]))).toEqual({ passed: 5, failed: 3 })
})

test('a file whose hook failed is a failure, although its tests were only skipped', () => {
  const files = [{ status: 'failed', assertionResults: [{ status: 'skipped' }] }]
  expect(testCounts(report(files))).toEqual({ passed: 5, failed: 3 })
})

test('no report is a failure', () => {
  expect(testCounts(undefined)).toEqual({ passed: 0, failed: 1 })
})

test('says of each test what it tried, how it went and how long it took', () => {
  const assertionResults = [
    { status: 'passed', fullName: '4 clusters of seed 1 pass', duration: 1500 },
    { status: 'failed', fullName: '4 clusters of seed 2 pass' },
  ]
  expect(summaryOf(report([{ status: 'failed', assertionResults }]))).toEqual([
    'passed: 4 clusters of seed 1 pass (1.5 s)',
    'FAILED: 4 clusters of seed 2 pass (0.0 s)',
  ])
  expect(summaryOf(undefined)).toEqual(['FAILED: no test ran'])
})
