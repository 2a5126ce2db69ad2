export { patchFile } from './patch-file.ts'
export { type PatchedCase, patchesHold } from './patch-law.ts'
