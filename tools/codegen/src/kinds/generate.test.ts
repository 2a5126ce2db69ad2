import { expect, it } from 'vitest'
import { generateKinds } from './generate.ts'

const { text } = generateKinds()

it('joins each kind to the model that the call which creates it takes', () => {
  expect(text).toContain(
    `export type HorizontalPodAutoscaler = Manifest<k8s.V2HorizontalPodAutoscaler, 'autoscaling/v2', 'HorizontalPodAutoscaler'>`,
  )
  expect(text).toContain(`export type Subject = Authored<k8s.RbacV1Subject>`)
})

it('imports types only, since the client takes half a second to load', () => {
  expect(text.match(/^import .*/gm)?.every((line) => line.startsWith('import type '))).toBe(true)
})
