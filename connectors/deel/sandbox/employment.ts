import type { SandboxCompany, TwinEmploymentType, TwinPerson, TwinState } from '@rollcall/sandbox';
import { toUuid } from './wire-ids.ts';

/** How Deel employs somebody; whether full or part time it does not say. */
const hiringTypes: Readonly<Record<TwinEmploymentType, string>> = {
  full_time: 'hris_direct_employee',
  part_time: 'eor',
  contractor: 'contractor',
  intern: 'peo',
  fixed_term: 'direct_employee',
  apprentice: 'hris_direct_employee',
};

export function hiringTypeOf({ employmentType }: TwinPerson): string {
  return hiringTypes[employmentType];
}

export const hiringStatuses: Readonly<Record<TwinState, string>> = {
  preboarding: 'onboarding',
  active: 'active',
  leave: 'active',
  terminated: 'inactive',
};

interface Days {
  readonly from: string;
  readonly until: string | null;
  readonly status: string;
}

/** The ended employments, oldest first, and the present one. */
export function employmentsOf(person: TwinPerson, state: TwinState, company: SandboxCompany): readonly object[] {
  const earlier = person.stints.map(({ from, until }) => ({ from, until, status: 'inactive' }));
  const present = { from: person.hireDate, until: person.terminationDate, status: hiringStatuses[state] };
  return [...earlier, present].map((days, index) => employmentOf(person, days, { index, company }));
}

function employmentOf(
  person: TwinPerson,
  { from, until, status }: Days,
  { index, company: { twin } }: { readonly index: number; readonly company: SandboxCompany },
): object {
  const isEnded = status === 'inactive';
  const team = twin.teams.find(({ id }) => id === person.teamId);
  const entity = twin.entities.find(({ id }) => id === person.entityId);
  const title = `${person.firstName} ${person.lastName} - ${person.jobTitle}`;
  return {
    id: `k${String(person.id)}x${String(index)}`,
    name: title,
    // Nobody without a team has the member at all.
    ...(team !== undefined && { team: { id: toUuid('team', team.id), name: team.name } }),
    email: person.personalEmail,
    state: null,
    country: entity?.country ?? null,
    payment: { rate: 5200, scale: 'monthly', currency: entity?.currency ?? 'EUR', contract_name: title },
    is_ended: isEnded,
    timezone: null,
    job_title: person.jobTitle,
    seniority: null,
    start_date: from,
    work_email: person.email,
    hiring_type: hiringTypeOf(person),
    hiring_status: status,
    new_hiring_status: status,
    completion_date: null,
    contract_status: isEnded ? 'completed' : 'in_progress',
    voluntarily_left: null,
    contract_coverage: null,
    client_legal_entity: { id: entity === undefined ? null : toUuid('entity', entity.id), name: entity?.name ?? null },
    has_eor_termination: null,
    contract_is_archived: false,
    termination_last_day: until === null ? null : `${until}T00:00:00.000Z`,
    contract_has_contractor: true,
    is_user_contract_deleted: false,
    hris_direct_employee_invitation: null,
  };
}
