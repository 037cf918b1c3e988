export {
  contractVersion,
  type AnyConnector,
  type Change,
  type Connector,
  type ConnectorDefinition,
  type DiscoveredField,
} from './contract/connector.ts';
export { type Push, type PushContext, type PushedSource } from './contract/push.ts';
export {
  type Authentication,
  type CodeGrant,
  type ConnectOptions,
  type Consent,
  type ConsentOptions,
  type HttpOptions,
  type StoredTokens,
  type TokenStore,
} from './contract/authentication.ts';
export { checkConfig } from './contract/check-config.ts';
export { proven, unproven, type Completeness, type Evidence } from './contract/completeness.ts';
export { type ConfigField, type ConfigFields, type ConfigInputOf, type ConfigOf } from './contract/config-field.ts';
export { type FileOf, type MapContext, type ReadContext } from './contract/context.ts';
export { type FileSource } from './contract/file-source.ts';
export { bytesOf } from './file/bytes-of.ts';
export { fileAt, type FileFacts } from './file/file-at.ts';
export { fileOf, type FileContent } from './file/file-of.ts';
export { listField, secretField, switchField, tenantField } from './contract/config-presets.ts';
export { defineConnector } from './contract/define-connector.ts';
export { definePushConnector, type PushManifest } from './contract/define-push-connector.ts';
export { fieldNames, type FieldNames, type FieldNamesOptions } from './contract/field-names.ts';
export { noLogIn } from './contract/no-log-in.ts';
export {
  type HttpAnswer,
  type HttpClient,
  type PostOptions,
  type QueryValue,
  type RequestOptions,
} from './contract/http-client.ts';
export {
  defineManifest,
  type CustomerConfig,
  type CustomerConfigInput,
  type Endpoint,
  type Completed,
  type Manifest,
  type ManifestInput,
  type Permission,
  type PlatformConfig,
  type PlatformConfigInput,
} from './contract/manifest.ts';
export { type Issue, type IssueKind, type MapReport } from './contract/map-report.ts';
export {
  isPrimary,
  lookedUp,
  ofType,
  vendorCell,
  vendorEntry,
  vendorId,
  vendorReference,
  vendorText,
  type EntryFit,
} from './contract/vendor-values.ts';
export { vendorObject } from './contract/vendor-object.ts';
export { type FailedAnswer, type VendorErrorDetail, type VendorErrors } from './contract/vendor-errors.ts';
export { type Webhook, type WebhookNotice, type WebhookRequest } from './contract/webhook.ts';
export {
  defaultFields,
  employeeFields,
  employeeSchema,
  employeeStatuses,
  employmentTypes,
  type BankAccount,
  type CustomValue,
  type Employee,
  type EmployeeDraft,
  type EmployeeField,
  type EmployeeStatus,
  type EmploymentType,
  type Group,
  type WorkLocation,
} from './employee/employee.ts';
export { type LinkStore } from './directory/link-store.ts';
export {
  hasAccess,
  managedFields,
  managedTextFields,
  type Link,
  type ManagedField,
  type ManagedTextField,
  type ManagedValues,
  type Member,
  type MemberStatus,
} from './directory/member.ts';
export { type MemberDirectory, type NewMember, type TeamDirectory } from './directory/member-directory.ts';
export { unassignedKey, type DirectoryTeam, type TeamsChange, type TeamTarget } from './directory/team-directory.ts';
export {
  connectionStates,
  type Actor,
  type AttentionCause,
  type Configuration,
  type Connection,
  type ConnectionState,
} from './engine/connection.ts';
export { type AuthorizationCallback } from './engine/authorization-callback.ts';
export { type ConfirmOptions } from './engine/confirm.ts';
export { type PushDoor, type PushedContent, type PushSession } from './engine/push/push-session.ts';
export { type NewPushToken, type PushTokenInfo } from './engine/push/push-tokens.ts';
export { createEngine, type DueResult, type Engine, type RunDueOptions } from './engine/create-engine.ts';
export { type CustomerEngine, type HeldPlan, type StoredReadOptions } from './engine/customer-engine.ts';
export {
  actions,
  type Action,
  type AuthorizationRequest,
  type EngineEvent,
  type EngineHooks,
  type EngineOptions,
  type Logger,
} from './engine/engine-options.ts';
export { type ConfigureInput } from './engine/life/configure.ts';
export {
  type Authorizing,
  type BeginAuthorizationInput,
  type CompleteAuthorizationInput,
  type Connected,
  type ConnectInput,
} from './engine/life/connect.ts';
export { type DisconnectPreview } from './engine/life/disconnect.ts';
export { type InviteInput } from './engine/life/invite.ts';
export { type ManualRun } from './engine/life/manual-run.ts';
export { type ResolveInput } from './engine/life/resolve.ts';
export { type UndoPreview, type UndoTarget } from './engine/life/undo.ts';
export { type UploadInput } from './engine/life/upload.ts';
export {
  type MemberStanding,
  type People,
  type PeoplePage,
  type Person,
  type Why,
  type WhyEmployee,
} from './engine/read-models.ts';
export { type Rotation } from './engine/rotate-keys.ts';
export { type RunResult } from './engine/run/finish-run.ts';
export { type RunProgress } from './engine/run/make-run.ts';
export { type SecretKeys } from './engine/seal/secret-keys.ts';
export { engineActor, type Preview, type PreviewOptions, type RunOptions } from './engine/sync.ts';
export { EngineError } from './errors/engine-error.ts';
export { createMemoryStore } from './store/memory-store.ts';
export {
  type PushedKind,
  type PushedPage,
  type PushedResource,
  type PushedRow,
  type PushedStore,
  type PushToken,
  type PushTokenStore,
} from './store/pushed-store.ts';
export { checkConfiguration } from './policy/check-configuration.ts';
export { checkEntityMapping, checkFilter } from './scope/check-filter.ts';
export { type Run, type RunKind, type RunState } from './engine/run.ts';
export { type ReadSummary } from './guard/read-summary.ts';
export { type Condition, type EntityMapping, type Filter } from './scope/filter.ts';
export {
  type ActionRecord,
  type ActionStore,
  type ConnectionStore,
  type Fence,
  type JournalEntry,
  type JournalStatus,
  type JournalStore,
  type LeaseStore,
  type LinksStore,
  type Resolution,
  type ResolutionStore,
  type RosterEntry,
  type RosterJson,
  type RosterPage,
  type RosterStore,
  type RosterWrite,
  type RunStore,
  type SecretStore,
  type Settlement,
  type Store,
} from './store/store.ts';
export { renderPlan, type RenderPlanOptions } from './plan/render/render-plan.ts';
export { clean } from './plan/render/clean.ts';
export { describeChange, type ChangeWords } from './plan/render/describe-change.ts';
export { operationTitles } from './plan/render/operation-titles.ts';
export { renderSummary } from './plan/render/render-summary.ts';
export { renderTeams, type RenderTeamsOptions } from './plan/render/render-teams.ts';
export { leftAsTheyAre } from './teams/left-as-they-are.ts';
export { changesTeams, planTeams, type MemberIdOf, type TeamsPlanInput } from './teams/plan-teams.ts';
export { stopTeams, toTeamsChange } from './teams/teams-change.ts';
export { type TeamsPlan } from './teams/teams-plan.ts';
export { employeeJsonSchema } from './employee/employee-json-schema.ts';
export { AuthError } from './errors/auth-error.ts';
export { errorCodes, type ErrorCode } from './errors/code.ts';
export { ConfigError, type ConfigErrorOptions, type ConfigProblem } from './errors/config-error.ts';
export { DirectoryError } from './errors/directory-error.ts';
export { IncompleteReadError } from './errors/incomplete-read-error.ts';
export { PermissionError } from './errors/permission-error.ts';
export { RateLimitError } from './errors/rate-limit-error.ts';
export { ResponseError, type Mismatch, type ResponseErrorOptions } from './errors/response-error.ts';
export { RollcallError, type RollcallErrorOptions } from './errors/rollcall-error.ts';
export { StoreError } from './errors/store-error.ts';
export { UnavailableError } from './errors/unavailable-error.ts';
export { bankAccount, type BankAccountParts } from './normalise/bank-account.ts';
export { country } from './normalise/country.ts';
export { customFields } from './normalise/custom-fields.ts';
export { customValue } from './normalise/custom-value.ts';
export { email, normaliseEmail } from './normalise/email.ts';
export { employmentTypeOf, type EmploymentTypeAndLabel } from './normalise/employment-type-of.ts';
export { group } from './normalise/group.ts';
export { identifier } from './normalise/identifier.ts';
export { instant, type InstantOptions } from './normalise/instant.ts';
export { laterInstant } from './normalise/later-instant.ts';
export { mapFields, type FieldPaths } from './normalise/map-fields.ts';
export { oneOf, statusOf } from './normalise/one-of.ts';
export { periodThatCounts, type PeriodDays } from './normalise/period-that-counts.ts';
export { phone } from './normalise/phone.ts';
export { place, type PlaceParts } from './normalise/place.ts';
export { plainDate, type PlainDateOptions } from './normalise/plain-date.ts';
export { statusByDates, type EmploymentDays } from './normalise/status-by-dates.ts';
export { text } from './normalise/text.ts';
export { valueAt } from './normalise/value-at.ts';
export { valueClass } from './normalise/value-class.ts';
export { applyPlan, type ApplyOptions, type ApplyResult, type FailedOperation } from './apply/apply-plan.ts';
export { createPlan } from './plan/create-plan.ts';
export { type OtherConnection, type PlanInput, type Standing } from './plan/plan-input.ts';
export { inverseOf, type InverseInput } from './apply/inverse-of.ts';
export { whatMoved, type CurrentWorld, type Moved } from './apply/what-moved.ts';
export { PlanError } from './errors/plan-error.ts';
export {
  isRemoval,
  type EmployeeKey,
  type Evidence as DecisionEvidence,
  type ManagerTarget,
  type Operation,
  type OperationBody,
  type OperationKind,
  type TeamsOperation,
} from './plan/operation.ts';
export {
  skipCodes,
  type HeldOperations,
  type PersonDecision,
  type Plan,
  type PlanSummary,
  type Situation,
  type SkipCode,
} from './plan/plan.ts';
export { autoProvision, checkPolicy, inviteGated, type Policy } from './policy/policy.ts';
export { type RuleId } from './plan/rule-id.ts';
export { type Team, type Teams, type TreePerson, type UnassignedCode } from './teams/teams-from-managers.ts';
export { type Clock } from './read/create-read-context.ts';
export { checkRead, type AccessCheck } from './read/check-read.ts';
export { discoverFields } from './read/discover-fields.ts';
export { getEmployee, type GetResult } from './read/get-employee.ts';
export { pushedView } from './read/pushed-view.ts';
export { readChanges, type ChangesResult } from './read/read-changes.ts';
export {
  readEmployees,
  type EmployeePage,
  type EmployeeRead,
  type ReadOptions,
  type ReadProgress,
} from './read/read-employees.ts';
export {
  isCompleteRead,
  type CompleteReadReport,
  type FieldCoverage,
  type IssueCount,
  type PartialReadReport,
  type PermissionGap,
  type QuarantinedRecord,
  type ReadReport,
} from './read/read-report.ts';
export { receiveWebhook } from './read/receive-webhook.ts';
export { toMismatches } from './read/to-mismatches.ts';
