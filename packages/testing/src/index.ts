export { conformanceCases, conformanceVersion, type ConformanceCase } from './conformance/catalogue.ts';
export { describeConnector } from './conformance/describe-connector.ts';
export { type ConformanceReport } from './conformance/report.ts';
export { type ConformanceOptions, type WebhookCase } from './conformance/suite.ts';
export { describeNextStep } from './next-step/describe-next-step.ts';
export { nextStep } from './next-step/next-step.ts';
export { type Project } from './next-step/project.ts';
export { type Drift } from './drift/compare-shapes.ts';
export { driftOf, type DriftOptions, type DriftReport } from './drift/drift-of.ts';
export { markRecorded, type Marked } from './record/mark-recorded.ts';
export { recordConnector, type RecordOptions, type Recording } from './record/record-connector.ts';
export { type LeakScan } from './record/leak-scan.ts';
export { type Access } from './record/scenarios.ts';
export { type Body as ExchangeBody, type Exchange } from './replay/exchange.ts';
export { type ExpectedCase } from './replay/load-fixtures.ts';
export { replay, type ReplayOptions, type SentRequest } from './replay/replay.ts';
export { checkConnectorPackage } from './shape/check-connector-package.ts';
export { type ShapeProblem } from './shape/shape-problem.ts';
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
export { type OpenedStore, type StoreSuiteOptions } from './store/suite.ts';
