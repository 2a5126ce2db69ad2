import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { namesOf, rulePatch, withJob, withRecording } from './edits.ts'

it('adds a rule to the first group and leaves everything else as it is', () => {
  const text =
    'groups:\n  - name: a\n    interval: 5s\n    rules: [{ alert: A, expr: up }]\n  - name: b\n    rules: []\n'
  expect(parse(withRecording(text, 'a:b:c', 'sum(up)'))).toEqual({
    groups: [
      {
        name: 'a',
        interval: '5s',
        rules: [
          { alert: 'A', expr: 'up' },
          { record: 'a:b:c', expr: 'sum(up)' },
        ],
      },
      { name: 'b', rules: [] },
    ],
  })
})

it('adds a job that scrapes the same as the first', () => {
  const targets = { static_configs: [{ targets: ['a:1'] }] }
  expect(parse(withJob('scrape_configs: [{ job_name: a, static_configs: [{ targets: ["a:1"] }] }]', 'b'))).toEqual({
    scrape_configs: [
      { job_name: 'a', ...targets },
      { job_name: 'b', ...targets },
    ],
  })
})

it('refuses files that have nothing to add to', () => {
  expect(() => withRecording('groups: []', 'a:b:c', 'up')).toThrow('no group')
  expect(() => withJob('scrape_configs: []', 'b')).toThrow('no scrape job')
})

it('names nothing as another run did', () => {
  const [one, other] = [namesOf('a'), namesOf('b')]
  expect(Object.values(one).filter((name) => Object.values(other).includes(name))).toEqual([])
})

it('gives Rule a file of its own, beside those it has', () => {
  expect(parse(rulePatch('thanos', 'a:b:c', 'sum(up)'))).toMatchObject({
    kind: 'ConfigMap',
    metadata: { name: 'thanos-rule-rules' },
    data: { 'e2e-reload.yaml': expect.stringContaining('record: a:b:c') },
  })
})
