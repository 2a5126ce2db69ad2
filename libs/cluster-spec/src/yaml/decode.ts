import type { Finding } from '../finding.ts'

const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a file's bytes, or where they stop being UTF-8. A byte order mark is dropped, and CRLF becomes LF: Git
 * stores texts so, and what is generated of a file must not depend on whether it was committed yet.
 */
export function decode(bytes: Uint8Array): string | Finding {
  try {
    return strict.decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    const valid = validPrefix(bytes)
    const before = strict.decode(bytes.subarray(0, valid)).split('\n')
    return {
      code: 'invalid-utf8',
      position: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      message: `not valid UTF-8: unexpected byte 0x${(bytes[valid] ?? 0).toString(16).padStart(2, '0')}`,
      remedy: 'save the file as UTF-8',
    }
  }
}

/** How many bytes from the start are whole, valid characters: the error's place found by halving. */
function validPrefix(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length]
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2)
    // A stream may end within a character, so only an impossible byte counts as an error here.
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  return characterStart(bytes, good)
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Steps back to the start of a character that is cut off at `end`. */
function characterStart(bytes: Uint8Array, end: number): number {
  for (let back = 0; back <= 3 && end - back >= 0; back += 1) {
    try {
      strict.decode(bytes.subarray(0, end - back))
      return end - back
    } catch {
      /* within a character: one byte less */
    }
  }
  return end
}
