export { desired, partsOf } from './desired.ts'
export { clusterFiles, dependenciesOf, overlayFiles } from './files.ts'
export { bases, modeState } from './layers.ts'
export { parts, type StackPart } from './parts.ts'
