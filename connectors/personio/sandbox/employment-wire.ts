import { stateOf, type Twin, type TwinPerson, type TwinState } from '@rollcall/sandbox';

const origin = 'https://api.personio.de';
const statuses: Readonly<Record<TwinState, string>> = {
  active: 'ACTIVE',
  leave: 'LEAVE',
  preboarding: 'ONBOARDING',
  terminated: 'INACTIVE',
};

/** Ids of the employments, most recent first: the present one and those before a rehire. */
export function employmentIds({ uuid, stints }: TwinPerson): readonly string[] {
  return [0, ...stints.keys().map((index) => index + 1)].map((index) => `${uuid.slice(0, -2)}${String(index).padStart(2, '0')}`);
}

/** All employments of a person, most recent first. */
export function employmentsOf(person: TwinPerson, twin: Twin): readonly object[] {
  const [present, ...earlier] = employmentIds(person);
  const past = person.stints.toReversed().map(({ from, until }, index) => ({
    id: earlier[index],
    status: 'INACTIVE',
    type: 'INTERNAL',
    employment_start_date: from,
    employment_end_date: until,
    contract_end_date: null,
    updated_at: `${until}T18:00:00Z`,
    position: { title: 'Earlier position' },
    supervisor: null,
    person: { id: String(person.id) },
    termination: { termination_date: until, last_working_day: until, terminated_at: from, type: 'EMPLOYEE', reason: null },
  }));
  return [presentEmployment(present, person, twin), ...past];
}

function presentEmployment(id: string | undefined, person: TwinPerson, twin: Twin): object {
  const { terminationDate } = person;
  const links = { person: { href: `${origin}/v2/persons/${String(person.id)}` } };
  const supervisor = person.managerId === null ? null : { id: String(person.managerId) };
  return {
    id,
    status: statuses[stateOf(person, twin.today)],
    type: person.employmentType === 'contractor' ? 'EXTERNAL' : 'INTERNAL',
    weekly_working_hours: person.employmentType === 'part_time' ? 24 : 40,
    full_time_weekly_working_hours: 40,
    employment_start_date: person.hireDate,
    // Empty in the documentation's examples even with a termination beside it.
    employment_end_date: null,
    probation_end_date: null,
    // The end of a fixed term reminds and ends nothing.
    contract_end_date: person.employmentType === 'fixed_term' ? '2026-01-31' : null,
    created_at: `${person.hireDate}T08:00:00Z`,
    updated_at: person.id % 2 === 0 ? '2001-01-01T00:00:00Z' : person.updatedAt,
    position: { title: person.jobTitle },
    supervisor,
    office: { id: String(person.locationId) },
    legal_entity: { id: String(person.entityId) },
    sub_company: { id: String(person.divisionId) },
    org_units: orgUnits(person),
    cost_centers: costCenters(person, twin),
    job: null,
    person: { id: String(person.id) },
    ...(terminationDate !== null && {
      termination: {
        termination_date: terminationDate,
        last_working_day: terminationDate,
        terminated_at: person.hireDate,
        type: 'EMPLOYEE',
        reason: null,
      },
    }),
    _meta: { links: supervisor === null ? links : { ...links, supervisor: { href: `${origin}/v2/persons/${supervisor.id}` } } },
  };
}

function orgUnits({ teamId, departmentId }: TwinPerson): readonly object[] {
  const department = { type: 'department', id: String(departmentId) };
  return teamId === null ? [department] : [{ type: 'team', id: String(teamId) }, department];
}

/** Every third person works for a second cost center too, which comes first and weighs less. */
function costCenters({ id, costCenterId }: TwinPerson, { costCenters: all }: Twin): readonly object[] {
  const own = { id: costCenterUuid(costCenterId), weight: 70 };
  const other = all.find((center) => center.id !== costCenterId);
  return id % 3 === 0 && other !== undefined ? [{ id: costCenterUuid(other.id), weight: 30 }, own] : [{ ...own, weight: 100 }];
}

/** Cost centers have UUIDs, unlike the other organisation data. */
export function costCenterUuid(id: number): string {
  return `1f33aa20-287f-4dda-a517-${String(id).padStart(12, '0')}`;
}
