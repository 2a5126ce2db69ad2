import { expect, it } from 'vitest'
import { messageAt, messagesAt, readMessage, textAt } from './protobuf.ts'

it('reads texts and nested messages by field number, and passes over numbers', () => {
  // 1: varint 300, 2: message { 3: "ab" }, 9: fixed 32 bits
  const message = readMessage(Uint8Array.of(0x08, 0xac, 0x02, 0x12, 0x04, 0x1a, 0x02, 0x61, 0x62, 0x4d, 1, 2, 3, 4))
  const nested = messageAt(message, 2)
  expect(nested && textAt(nested, 3)).toBe('ab')
  expect(messagesAt(message, 1)).toEqual([])
})

it('keeps the values of a repeated field in order', () => {
  const message = readMessage(Uint8Array.of(0x0a, 0x01, 0x78, 0x0a, 0x01, 0x79))
  expect(message.get(1)?.map((value) => new TextDecoder().decode(value))).toEqual(['x', 'y'])
})

it.each([
  ['a field longer than the message', [0x0a, 0x05, 0x78]],
  ['an unfinished number', [0x08, 0xac]],
  ['a wire type that does not exist', [0x0f]],
])('refuses %s', (_, bytes) => {
  expect(() => readMessage(Uint8Array.from(bytes))).toThrow(RangeError)
})
