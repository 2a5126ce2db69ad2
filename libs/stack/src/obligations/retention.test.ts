import { expect, it } from 'vitest'
import { bytesOf } from './retention.ts'

it.each([
  ['2GB', 2 * 1024 ** 3],
  ['1.5GB', 1.5 * 1024 ** 3],
  ['512MiB', 512 * 1024 ** 2],
  ['7B', 7],
])('the size %s of Prometheus is read as the bytes that it keeps', (size, bytes) => {
  expect(bytesOf(size)).toBe(bytes)
})
