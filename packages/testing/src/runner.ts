/** The two functions of a test runner that a suite needs; vitest, node:test and others have them. Assertions are node:assert. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: (name: string, body: () => Promise<void> | void) => unknown;
}
