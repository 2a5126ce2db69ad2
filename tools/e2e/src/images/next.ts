/**
 * The tag of the version that the test upgrades to: the same program under another name, so that nothing but the rollout
 * itself is tested. Images are prepared under it as well.
 */
export function nextTag(tag: string): string {
  return `${tag}-next`
}
