export { type Change, type AnyConnector, type Connector, type ConnectorDefinition, type Push } from './contract/connector.ts';
export {
  type Authentication,
  type ConnectOptions,
  type HttpOptions,
  type StoredTokens,
  type TokenStore,
} from './contract/authentication.ts';
export { checkConfig } from './contract/check-config.ts';
export { proven, unproven, type Completeness, type Evidence } from './contract/completeness.ts';
export { type ConfigField, type ConfigFields, type ConfigInputOf, type ConfigOf } from './contract/config-field.ts';
export { type MapContext, type ReadContext } from './contract/context.ts';
export { defineConnector } from './contract/define-connector.ts';
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
  type Manifest,
  type Permission,
  type PlatformConfig,
  type PlatformConfigInput,
} from './contract/manifest.ts';
export { type Issue, type IssueKind, type MapReport } from './contract/map-report.ts';
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
  managedFields,
  type Link,
  type ManagedField,
  type ManagedValues,
  type Member,
  type MemberStatus,
} from './directory/member.ts';
export { type DirectoryTeam, type MemberDirectory } from './directory/member-directory.ts';
export { employeeJsonSchema } from './employee/employee-json-schema.ts';
export { AuthError } from './errors/auth-error.ts';
export { errorCodes, type ErrorCode } from './errors/code.ts';
export { ConfigError, type ConfigProblem } from './errors/config-error.ts';
export { DirectoryError } from './errors/directory-error.ts';
export { IncompleteReadError } from './errors/incomplete-read-error.ts';
export { PermissionError } from './errors/permission-error.ts';
export { RateLimitError } from './errors/rate-limit-error.ts';
export { ResponseError, type Mismatch } from './errors/response-error.ts';
export { RollcallError, type RollcallErrorOptions } from './errors/rollcall-error.ts';
export { StoreError } from './errors/store-error.ts';
export { UnavailableError } from './errors/unavailable-error.ts';
export { bankAccount, type BankAccountParts } from './normalise/bank-account.ts';
export { country } from './normalise/country.ts';
export { customValue } from './normalise/custom-value.ts';
export { email, normaliseEmail } from './normalise/email.ts';
export { group } from './normalise/group.ts';
export { identifier } from './normalise/identifier.ts';
export { instant } from './normalise/instant.ts';
export { oneOf, statusOf } from './normalise/one-of.ts';
export { phone } from './normalise/phone.ts';
export { plainDate, type PlainDateOptions } from './normalise/plain-date.ts';
export { text } from './normalise/text.ts';
export { valueClass } from './normalise/value-class.ts';
export { applyPlan, type ApplyOptions, type ApplyResult, type FailedOperation } from './plan/apply-plan.ts';
export { createPlan, type PlanInput } from './plan/create-plan.ts';
export {
  isRemoval,
  type Evidence as DecisionEvidence,
  type NewMember,
  type Operation,
  type OperationKind,
  type PersonDecision,
  type Plan,
  type Situation,
  type SkipCode,
} from './plan/plan.ts';
export { autoProvision, checkPolicy, inviteGated, type Policy } from './reconcile/policy.ts';
export { type RuleId } from './reconcile/rule-id.ts';
export { type Team, type Teams } from './reconcile/teams-from-managers.ts';
export { type Clock } from './read/create-read-context.ts';
export { getEmployee, type GetResult } from './read/get-employee.ts';
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
