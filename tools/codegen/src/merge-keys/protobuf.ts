/** A message of the Protocol Buffers wire format: the length-delimited fields, by number. Numbers are passed over. */
export type Message = ReadonlyMap<number, readonly Uint8Array[]>

const [varint, fixed64, lengthDelimited, fixed32] = [0, 1, 2, 5]

/** Reads one message. Throws a RangeError when the bytes end early or hold what the wire format does not have. */
export function readMessage(bytes: Uint8Array): Message {
  const fields = new Map<number, Uint8Array[]>()
  const cursor = { at: 0 }
  while (cursor.at < bytes.length) {
    const tag = readVarint(bytes, cursor)
    const [field, wireType] = [tag >>> 3, tag & 7]
    if (wireType === varint) readVarint(bytes, cursor)
    else if (wireType === fixed64) cursor.at += 8
    else if (wireType === fixed32) cursor.at += 4
    else if (wireType === lengthDelimited) {
      const values = fields.get(field) ?? []
      values.push(take(bytes, cursor, readVarint(bytes, cursor)))
      fields.set(field, values)
    } else throw new RangeError(`unknown wire type ${wireType}`)
  }
  return fields
}

/** The messages of a repeated field. */
export function messagesAt(message: Message, field: number): Message[] {
  return (message.get(field) ?? []).map(readMessage)
}

/** The message in a field; undefined when the field is not set. */
export function messageAt(message: Message, field: number): Message | undefined {
  return messagesAt(message, field)[0]
}

/** The text in a field; '' when the field is not set, as the format has it. */
export function textAt(message: Message, field: number): string {
  return new TextDecoder().decode(message.get(field)?.[0])
}

/** Numbers above 32 bits lose their high bits: only tags and lengths are of interest, and those are small. */
function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[cursor.at++]
    if (byte === undefined) throw new RangeError('the message ends within a number')
    if (shift < 32) value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value >>> 0
  }
}

function take(bytes: Uint8Array, cursor: { at: number }, length: number): Uint8Array {
  const end = cursor.at + length
  if (end > bytes.length) throw new RangeError('the message ends within a field')
  const taken = bytes.subarray(cursor.at, end)
  cursor.at = end
  return taken
}
