import { setTimeout as pause } from 'node:timers/promises'

/** Lets a fault last, since its length is what is tested: there is no condition to wait for. @param seconds how long */
export async function last(seconds: number): Promise<void> {
  await pause(seconds * 1000)
}
