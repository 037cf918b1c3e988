import { stateOf, type SandboxCompany, type Twin, type TwinPerson } from '@rollcall/sandbox';

export type Wire = Readonly<Record<string, unknown>> & { readonly id: string; readonly userPrincipalName: string };

const types: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  fixed_term: 'Fixed-term',
  contractor: 'Vendor',
  intern: 'Intern',
  apprentice: 'Apprentice',
};

/** Accounts of some who left are disabled, of others deleted. Nobody is forgotten after 30 days here. */
export function isGone(person: TwinPerson, twin: Twin): boolean {
  return stateOf(person, twin.today) === 'terminated' && person.id % 2 === 0;
}

/** A guest of another company for every 40 people. */
export const guestsOf = ({ people }: Twin): number => Math.floor(people.length / 40);

/** Everybody with an account, guests among them, or those whose account was deleted. */
export function accountsOf(company: SandboxCompany, isDeleted: boolean): readonly Wire[] {
  return company.cached(`accounts ${String(isDeleted)}`, () => {
    const { twin } = company;
    const people = twin.people.filter((person) => isGone(person, twin) === isDeleted).map((person) => toWire(person, twin));
    const guests = isDeleted ? [] : Array.from({ length: guestsOf(twin) }, (_, index) => toGuest(index, twin));
    return [...people, ...guests].sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}

/** A group for each department. */
export const groupIdOf = (departmentId: number): string => `eeeeeeee-0000-4000-8000-${String(departmentId).padStart(12, '0')}`;

const tenantDomain = ({ domain }: Twin): string => `${domain.split('.')[0] ?? ''}.onmicrosoft.com`;

function toGuest(index: number, twin: Twin): Wire {
  const name = `guest${String(index)}`;
  return {
    id: `ffffffff-0000-4000-8000-${String(index).padStart(12, '0')}`,
    userPrincipalName: `${name}_partner.example#EXT#@${tenantDomain(twin)}`,
    mail: `${name}@partner.example`,
    displayName: name,
    accountEnabled: true,
    userType: 'Guest',
    otherMails: [`${name}@partner.example`],
    businessPhones: [],
  };
}

function toWire(person: TwinPerson, twin: Twin): Wire {
  const { uuid, firstName, lastName, preferredName } = person;
  const nameOf = (list: readonly { readonly id: number; readonly name: string }[], wanted: number): string | null =>
    list.find(({ id }) => id === wanted)?.name ?? null;
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  return {
    id: uuid,
    userPrincipalName: signInOf(person, twin),
    // Some receive no mail of their own: they sign in by their address.
    mail: person.id % 7 === 0 ? null : person.email,
    otherMails: [person.personalEmail],
    givenName: firstName,
    surname: lastName,
    displayName: `${preferredName ?? firstName} ${lastName}`,
    accountEnabled: ['active', 'leave'].includes(stateOf(person, twin.today)),
    userType: person.id % 9 === 0 ? null : 'Member',
    employeeId: person.number,
    employeeType: types[person.employmentType],
    employeeHireDate: `${person.hireDate}T00:00:00Z`,
    employeeLeaveDateTime: person.terminationDate === null ? null : `${person.terminationDate}T23:59:59Z`,
    jobTitle: person.jobTitle,
    department: nameOf(twin.departments, person.departmentId),
    companyName: nameOf(twin.entities, person.entityId),
    officeLocation: person.id % 3 === 0 ? null : (location?.name ?? null),
    city: location?.city ?? null,
    country: null,
    usageLocation: location?.country ?? null,
    businessPhones: person.phone === null ? [] : [person.phone],
    mobilePhone: null,
    employeeOrgData: {
      division: nameOf(twin.divisions, person.divisionId),
      costCenter: nameOf(twin.costCenters, person.costCenterId),
    },
    onPremisesExtensionAttributes: { extensionAttribute1: `B${String(person.locationId)}`, extensionAttribute2: null },
    ...(isGone(person, twin) && { deletedDateTime: `${person.terminationDate ?? ''}T17:00:00Z` }),
    // Managers are lost with the account.
    ...(manager !== undefined &&
      !isGone(person, twin) && { manager: { '@odata.type': '#microsoft.graph.user', id: manager.uuid } }),
    updatedAt: person.updatedAt,
  };
}

/** A deleted account frees its name by the id in front of it. */
function signInOf(person: TwinPerson, twin: Twin): string {
  const name = person.email ?? `n${String(person.id)}@${tenantDomain(twin)}`;
  return isGone(person, twin) ? `${person.uuid.replaceAll('-', '')}${name}` : name;
}
