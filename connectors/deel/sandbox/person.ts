import { stateOf, type SandboxCompany, type TwinPerson, type TwinState } from '@rollcall/sandbox';
import { employmentsOf, hiringStatuses, hiringTypeOf } from './employment.ts';
import { toUuid } from './wire-ids.ts';

export interface WirePerson {
  readonly id: string;
  readonly hiring_status: string;
  readonly person_status: string;
  readonly [member: string]: unknown;
}

/** Deel's numbers of workers; the company's own is the external id. */
export const workerNumberOf = ({ id }: TwinPerson): number => 10_000 + id;

/** A leave is not in the directory; whoever has given notice is offboarding. */
function lifecycleOf({ terminationDate }: TwinPerson, state: TwinState): string {
  if (state === 'preboarding') return 'NOT_STARTED';
  if (state === 'terminated') return 'INACTIVE';
  return terminationDate === null ? 'ACTIVE' : 'OFFBOARDING';
}

export function toWire(person: TwinPerson, company: SandboxCompany): WirePerson {
  const { twin } = company;
  const state = stateOf(person, twin.today);
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const hiringType = hiringTypeOf(person);
  return {
    id: person.uuid,
    created_at: `${person.originalHireDate}T08:00:00.000Z`,
    updated_at: person.updatedAt,
    ...namesOf(person),
    emails: emailsOf(person),
    birth_date: null,
    start_date: person.hireDate,
    nationalities: [],
    state: null,
    country: location?.country ?? null,
    timezone: location?.timeZone ?? null,
    seniority: null,
    job_title: person.jobTitle,
    ...groupsOf(person, company),
    work_location: location?.name ?? null,
    hiring_type: hiringType,
    hiring_status: hiringStatuses[state],
    new_hiring_status: hiringStatuses[state],
    person_status: lifecycleOf(person, state),
    completion_date: null,
    is_pwac: false,
    worker_id: String(workerNumberOf(person)),
    external_id: person.number,
    addresses: [],
    direct_reports: null,
    direct_reports_count: 0,
    hris_organization_user_id: null,
    active_worker_termination_status: null,
    ...lastDayOf(person, hiringType),
    employments: employmentsOf(person, state, company),
  };
}

function namesOf({ firstName, lastName, preferredName }: TwinPerson): object {
  const full = `${firstName} ${lastName}`;
  const preferred = { preferred_first_name: preferredName, preferred_last_name: null };
  return { first_name: firstName, last_name: lastName, full_name: full, ...preferred };
}

/** The primary address is the one of the log-in. Of every third person only the employment knows the work address. */
function emailsOf({ id, email, personalEmail }: TwinPerson): readonly object[] {
  return [
    { type: 'primary', value: personalEmail },
    { type: 'work', value: id % 3 === 0 ? null : email },
    { type: 'personal', value: personalEmail },
  ];
}

function groupsOf(person: TwinPerson, { twin }: SandboxCompany): object {
  const department = twin.departments.find(({ id }) => id === person.departmentId);
  const entity = twin.entities.find(({ id }) => id === person.entityId);
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  return {
    department: department === undefined ? {} : { id: toUuid('department', department.id), name: department.name },
    client_legal_entity: { id: entity === undefined ? null : toUuid('entity', entity.id), name: entity?.name ?? null },
    direct_manager:
      manager === undefined
        ? null
        : {
            id: manager.uuid,
            first_name: manager.firstName,
            last_name: manager.lastName,
            worker_id: workerNumberOf(manager),
            work_email: manager.email,
          },
  };
}

/** Only of direct employees, and only where there is one. */
function lastDayOf({ terminationDate }: TwinPerson, hiringType: string): object {
  const isDirect = hiringType.endsWith('direct_employee');
  return isDirect && terminationDate !== null ? { direct_employee_termination_last_day: `${terminationDate}T00:00:00.000Z` } : {};
}
