export { createTwin } from './twin/create-twin.ts';
export { type TwinOptions } from './twin/check-twin-options.ts';
export { type Twin } from './twin/twin.ts';
export { twinEvents, type TwinEvent, type TwinEventKind, type TwinPersonEvent, type TwinRenameEvent } from './life/event.ts';
export { type TwinEmploymentType, type TwinLeave, type TwinPerson, type TwinStint } from './people/person.ts';
export { stateOf, type TwinState } from './people/state-of.ts';
export { type TwinCostCenter, type TwinEntity, type TwinGroup, type TwinLocation, type TwinTeam } from './structure/structure.ts';
export { bodyOf, json, raw, type SandboxAnswer } from './server/answer.ts';
export { badDaysOf, type BadDayOptions } from './server/bad-day-options.ts';
export { badDayNames, badDays, type BadDay } from './server/bad-days.ts';
export { type SandboxCompany } from './server/company.ts';
export { type LoggedRequest, type SandboxCounts } from './server/request-log.ts';
export { type SandboxRequest } from './server/request.ts';
export {
  defineSandbox,
  type RouteKind,
  type SandboxAnswers,
  type SandboxCredentials,
  type SandboxDefinition,
  type SandboxLimit,
  type SandboxRoute,
  type WireFormat,
} from './server/sandbox-definition.ts';
export { startSandbox, type Sandbox, type SandboxOptions, type SandboxReadOptions } from './server/start-sandbox.ts';
