/** What two stacks cannot both have on one Kubernetes cluster. */
export interface Claim {
  /** Equal exactly if it is the same: `port 9100 of every node`. */
  what: string
  /** What one of the two stacks writes so as not to have it: `another namespace`. */
  instead: string
}
