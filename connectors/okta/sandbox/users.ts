import { stateOf, type SandboxCompany, type Twin, type TwinPerson } from '@rollcall/sandbox';

export interface Wire {
  readonly id: string;
  readonly status: string;
  readonly lastUpdated: string;
}

const types: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  fixed_term: 'Fixed-term',
  contractor: 'Contractor',
  intern: 'Intern',
  apprentice: 'Apprentice',
};

const working = ['ACTIVE', 'ACTIVE', 'PASSWORD_EXPIRED', 'LOCKED_OUT', 'RECOVERY', 'ACTIVE', 'PROVISIONED'];

export const idOf = (id: number): string => `00u${String(id).padStart(13, '0')}F0g7`;

/** Everybody whom Okta knows, by id. Nobody is ever deleted here. */
export function usersOf(company: SandboxCompany): readonly Wire[] {
  return company.cached('users', () => company.twin.people.map((person) => toWire(person, company.twin)));
}

function statusOf(person: TwinPerson, twin: Twin): string {
  const states = { active: working[person.id % working.length] ?? 'ACTIVE', leave: 'SUSPENDED', terminated: 'DEPROVISIONED' };
  const state = stateOf(person, twin.today);
  // Some starters have been sent their activation already.
  return state === 'preboarding' ? (person.id % 2 === 0 ? 'STAGED' : 'PROVISIONED') : states[state];
}

const nameOf = (list: readonly { readonly id: number; readonly name: string }[], wanted: number | null): string | undefined =>
  list.find(({ id }) => id === wanted)?.name;

/** Whoever has no address yet is given one: no user is without. */
const emailOf = ({ id, email }: TwinPerson, { domain }: Twin): string => email ?? `n${String(id)}@${domain}`;
const loginOf = (person: TwinPerson, twin: Twin): string =>
  person.id % 3 === 0 ? `U${String(person.id)}@Corp.${twin.domain}` : emailOf(person, twin);

/** Free text: what each customer, or each department, takes for it. */
function managerOf({ id, managerId }: TwinPerson, twin: Twin): string | undefined {
  const manager = managerId === null ? undefined : twin.person(managerId);
  if (manager === undefined) return undefined;
  const spellings = [idOf(manager.id), loginOf(manager, twin), emailOf(manager, twin).toUpperCase(), manager.number];
  return spellings[id % spellings.length] ?? idOf(manager.id);
}

function toWire(person: TwinPerson, twin: Twin): Wire {
  const { id, firstName, lastName, preferredName } = person;
  const location = twin.locations.find((place) => place.id === person.locationId);
  const created = `${person.originalHireDate}T08:00:00.000Z`;
  const status = statusOf(person, twin);
  const displayName = preferredName === null ? `${firstName} ${lastName}` : `${preferredName} ${lastName}`;
  return {
    id: idOf(id),
    status,
    created,
    activated: status === 'STAGED' ? null : created,
    statusChanged: status === 'STAGED' ? null : created,
    lastLogin: null,
    lastUpdated: person.updatedAt,
    passwordChanged: null,
    type: { id: 'oty4fictional7type00g7' },
    // What was never filled in is left out, but for the first six.
    profile: without({
      firstName,
      lastName,
      mobilePhone: null,
      secondEmail: person.personalEmail,
      login: loginOf(person, twin),
      email: emailOf(person, twin),
      displayName,
      primaryPhone: person.phone ?? undefined,
      employeeNumber: person.number ?? undefined,
      title: person.jobTitle,
      userType: types[person.employmentType],
      department: nameOf(twin.departments, person.departmentId),
      division: nameOf(twin.divisions, person.divisionId),
      organization: nameOf(twin.entities, person.entityId),
      costCenter: nameOf(twin.costCenters, person.costCenterId),
      city: location?.city,
      countryCode: location?.country,
      timezone: location?.timeZone,
      managerId: managerOf(person, twin),
      hireDate: person.hireDate,
      lastDay: person.terminationDate ?? undefined,
      teamName: nameOf(twin.teams, person.teamId),
    }),
    credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
    _links: { self: { href: `https://fjordkiste.okta.com/api/v1/users/${idOf(id)}` } },
  } as Wire;
}

function without(profile: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
}
