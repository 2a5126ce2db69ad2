/** The system under test does not do what was promised. Everything else that is thrown is a mistake of the test. */
export class CheckFailure extends Error {
  /** What a person needs to look at: the query that failed, an answer, an object. By file name. */
  readonly evidence: Readonly<Record<string, string>>

  constructor(message: string, evidence: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'CheckFailure'
    this.evidence = evidence
  }
}

/** @throws CheckFailure unless the condition holds. */
export function expect(condition: boolean, message: string, evidence?: Record<string, string>): asserts condition {
  if (!condition) throw new CheckFailure(message, evidence)
}
