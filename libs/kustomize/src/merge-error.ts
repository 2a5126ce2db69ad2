/** Thrown by the model of the merge where Kustomize would refuse the patch; never leaves this library. */
export class MergeError extends Error {}
