export { patchFile } from './patch-file.ts'
export { type PatchedCase, patchesHold, randomPatches } from './patch-law.ts'
