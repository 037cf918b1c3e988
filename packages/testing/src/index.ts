export { describeConnector } from './conformance/describe-connector.ts';
export { type ConformanceOptions, type WebhookCase } from './conformance/suite.ts';
export { type Exchange } from './replay/exchange.ts';
export { type ExpectedCase } from './replay/load-fixtures.ts';
export { replay, type ReplayOptions } from './replay/replay.ts';
export { type Runner } from './runner.ts';
export { faultMatrixOf, isHarmless, type FaultMatrixOptions, type FaultRow } from './sandbox/fault-matrix.ts';
export { describeSandbox } from './sandbox/describe-sandbox.ts';
export { type SandboxSuiteOptions } from './sandbox/sandbox-suite-options.ts';
export { readSandbox, type SandboxRead } from './sandbox/read-sandbox.ts';
export { describeDirectory } from './directory/describe-directory.ts';
export { type DirectoryPart, type DirectorySuiteOptions, type OpenedDirectory } from './directory/directory-suite.ts';
export {
  createFakeDirectory,
  type FakeDirectory,
  type FakeDirectoryOptions,
  type FakeMember,
} from './directory/fake-directory.ts';
export { type DirectoryCall, type DirectoryOperation, type InjectedFailure, type KeyCount } from './directory/fake-calls.ts';
export { describeStore } from './store/describe-store.ts';
