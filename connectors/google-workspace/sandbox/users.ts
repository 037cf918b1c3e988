import { stateOf, type SandboxCompany, type Twin, type TwinPerson } from '@rollcall/sandbox';

export type Wire = Readonly<Record<string, unknown>> & { readonly id: string; readonly primaryEmail: string };

const descriptions: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  fixed_term: 'Fixed-term',
  contractor: 'Contractor',
  intern: 'Intern',
  apprentice: 'Apprentice',
};

/** How the account of somebody who left was closed. */
export type Closing = 'suspended' | 'archived' | 'deleted';
export const closingOf = ({ id }: TwinPerson): Closing => (['suspended', 'archived', 'deleted'] as const)[id % 3] ?? 'suspended';

/** Everybody with an account by address, and those whose account was deleted. Nobody is forgotten after some days here. */
export function accountsOf(company: SandboxCompany, isDeleted: boolean): readonly Wire[] {
  return company.cached(`accounts ${String(isDeleted)}`, () => {
    const { twin } = company;
    const people = twin.people.filter((person) => isGone(person, twin) === isDeleted);
    const wires = people.map((person) => toWire(person, twin));
    return wires.sort((a, b) => (a.primaryEmail < b.primaryEmail ? -1 : 1));
  });
}

export function isGone(person: TwinPerson, twin: Twin): boolean {
  return stateOf(person, twin.today) === 'terminated' && closingOf(person) === 'deleted';
}

function nameOf(list: readonly { readonly id: number; readonly name: string }[], wanted: number | null): string {
  return list.find(({ id }) => id === wanted)?.name ?? '';
}

/** Whoever has no address yet is given one: no account is without. */
const addressOf = ({ id, email }: TwinPerson, { domain }: Twin): string => email ?? `n${String(id)}@${domain}`;
const aliasOf = ({ id }: TwinPerson, { domain }: Twin): string => `alias.${String(id)}@${domain}`;

function toWire(person: TwinPerson, twin: Twin): Wire {
  const { id, firstName, lastName, preferredName } = person;
  const location = twin.locations.find((place) => place.id === person.locationId);
  const primaryEmail = addressOf(person, twin);
  const fullName = `${firstName} ${lastName}`;
  const test = `${primaryEmail}.test-google-a.com`;
  return {
    kind: 'admin#directory#user',
    id: `1${String(id).padStart(20, '0')}`,
    etag: `"${String(id)}"`,
    primaryEmail,
    name: {
      givenName: firstName,
      familyName: lastName,
      fullName,
      displayName: preferredName === null ? fullName : `${preferredName} ${lastName}`,
    },
    isAdmin: person.managerId === null,
    isDelegatedAdmin: false,
    lastLoginTime: '1970-01-01T00:00:00.000Z',
    creationTime: `${person.originalHireDate}T08:00:00.000Z`,
    agreedToTerms: true,
    ...stateMembers(person, twin),
    changePasswordAtNextLogin: false,
    emails: [{ address: primaryEmail, primary: true }, { address: person.personalEmail, type: 'home' }, { address: test }],
    aliases: [aliasOf(person, twin)],
    nonEditableAliases: [test],
    ...(person.number !== null && { externalIds: [{ value: person.number, type: 'organization' }] }),
    ...relationsOf(person, twin),
    organizations: [
      {
        name: nameOf(twin.entities, person.entityId),
        title: person.jobTitle,
        primary: true,
        customType: '',
        department: nameOf(twin.departments, person.departmentId),
        costCenter: nameOf(twin.costCenters, person.costCenterId),
        description: descriptions[person.employmentType],
        fullTimeEquivalent: 100_000,
      },
    ],
    ...(person.phone !== null && { phones: [{ value: person.phone, type: 'work' }] }),
    locations: [{ type: 'desk', area: 'desk', buildingId: `B${String(person.locationId)}`, floorName: '1' }],
    addresses: [{ type: 'work', countryCode: location?.country, locality: location?.city }],
    customerId: 'C03fjordk',
    orgUnitPath: unitPathOf(person, twin),
    isMailboxSetup: true,
    includeInGlobalAddressList: true,
    customSchemas: { Employment: daysOf(person) },
  };
}

/** Accounts are made ahead and kept suspended until the first day. An absence is nothing that Google knows of. */
function stateMembers(person: TwinPerson, twin: Twin): object {
  const state = stateOf(person, twin.today);
  const closed = `${person.terminationDate ?? ''}T17:00:00.000Z`;
  const suspended = { suspended: true, suspensionReason: 'ADMIN' };
  if (state === 'preboarding') return { ...suspended, archived: false };
  if (state !== 'terminated') return { suspended: false, archived: false };
  switch (closingOf(person)) {
    case 'suspended':
      return { ...suspended, suspensionTime: closed, archived: false };
    case 'archived':
      return { suspended: false, archived: true, archivalTime: closed };
    case 'deleted':
      return { ...suspended, suspensionTime: closed, archived: false, deletionTime: closed };
  }
}

/** Some write the manager's address in their own way, some an alias. */
function relationsOf(person: TwinPerson, twin: Twin): object {
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  if (manager === undefined) return {};
  const address = person.id % 5 === 0 ? aliasOf(manager, twin).toUpperCase() : addressOf(manager, twin);
  return { relations: [{ value: address, type: 'manager' }] };
}

function unitPathOf({ departmentId, teamId }: TwinPerson, { departments, teams }: Twin): string {
  const path = `/Staff/${nameOf(departments, departmentId)}`;
  const team = teams.find(({ id }) => id === teamId);
  // A team may be one of another department.
  return team === undefined ? path : `/Staff/${nameOf(departments, team.departmentId)}/${team.name}`;
}

/** Every fourth last day was never entered: then the account says when it was closed. */
function daysOf({ id, hireDate, terminationDate }: TwinPerson): object {
  return { first_day: hireDate, ...(terminationDate !== null && id % 4 !== 0 && { last_day: terminationDate }) };
}
