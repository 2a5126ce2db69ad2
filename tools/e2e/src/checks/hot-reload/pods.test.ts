import { expect, it } from 'vitest'
import { restarted } from './pods.ts'

const pod = (name: string, uid = name, restarts = 0) => ({ name, uid, restarts })

it('names pods that are others now, or were restarted, or are gone; new ones are none of them', () => {
  const before = [pod('same'), pod('other'), pod('restarted'), pod('gone')]
  expect(restarted(before, [pod('same'), pod('other', 'new'), pod('restarted', 'restarted', 1), pod('added')])).toEqual(
    ['other', 'restarted', 'gone'],
  )
})
