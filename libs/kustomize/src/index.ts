export { base, type BaseOptions } from './base.ts'
export { overlay, type OverlayInput } from './overlay.ts'
export { rendered } from './rendered.ts'
export type { ConfigFiles, Files, State } from './state.ts'
