import { stateOf, raw, type SandboxCompany, type SandboxRoute, type TwinPerson } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { listPage } from './list-page.ts';
import { publicView, withPublicView } from './public-view.ts';
import { toPersonId, toVendorId } from './vendor-id.ts';

type Status = 'active' | 'newHire' | 'offboarded';

interface Wire extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly status: Status;
}

/** The list shows active people unless statuses are asked for; one person is shown whatever the status. */
export const personRoutes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/api/people',
    kind: 'page',
    handle(request, company) {
      const asked = request.query.getAll('status[$in][]');
      const wanted = asked.length === 0 ? ['active'] : asked;
      const people = company.cached(`people ${wanted.join(' ')}`, () =>
        everybody(company).filter(({ status }) => wanted.includes(status)),
      );
      return withPublicView(listPage(request, people), () => listPage(request, publicView(people)));
    },
  },
  {
    method: 'GET',
    path: '/api/people/{id}',
    kind: 'detail',
    handle({ params }, company) {
      const person = everybody(company).find(({ id }) => id === params.id);
      return person === undefined ? answers.notFound : raw(200, JSON.stringify(person));
    },
  },
];

const contractTypes: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed-term',
  apprentice: 'Apprentice',
};

function everybody(company: SandboxCompany): readonly Wire[] {
  return company.cached('people', () => company.twin.people.map((person) => toWire(person, company)));
}

function statusOf(person: TwinPerson, today: string): Status {
  const state = stateOf(person, today);
  if (state === 'preboarding') return 'newHire';
  return state === 'terminated' ? 'offboarded' : 'active';
}

function toWire(person: TwinPerson, { twin }: SandboxCompany): Wire {
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const team = twin.teams.find(({ id }) => id === person.teamId);
  // Every ninth person has no place of work of the company.
  const isRemote = person.id % 9 === 0;
  return {
    id: toPersonId(person.id),
    companyId: toVendorId('Co', person.entityId),
    firstName: person.firstName,
    middleName: null,
    lastName: person.lastName,
    preferredName: person.preferredName,
    email: person.email,
    locationId: isRemote ? null : toVendorId('Lo', person.locationId),
    remoteCity: isRemote ? (location?.city ?? null) : null,
    remoteRegionCode: null,
    remoteCountryCode: isRemote ? (location?.country ?? null) : null,
    remoteTimezone: isRemote ? (location?.timeZone ?? null) : null,
    personalEmail: person.personalEmail,
    phoneNumber: person.phone?.replaceAll(' ', '') ?? null,
    formattedPhoneNumber: person.phone,
    personalPhoneNumber: null,
    formattedPersonalPhoneNumber: null,
    gender: null,
    birthday: null,
    profilePhotoId: null,
    profilePhoto: null,
    nationality: null,
    nationalities: [],
    spokenLanguages: [],
    address: null,
    city: null,
    state: null,
    postcode: null,
    countryCode: null,
    country: null,
    employmentStartDate: person.hireDate,
    firstWorkingDay: person.hireDate,
    employmentEndDate: person.terminationDate,
    // Filled in with people who stay, too.
    lastWorkingDay: person.id % 7 === 0 ? person.originalHireDate : null,
    probationEndDate: null,
    workingDays: [{ day: 'monday' }],
    leavingReason: null,
    leavingNote: null,
    contractType: contractTypes[person.employmentType],
    employeeId: person.number,
    teams: team === undefined ? [] : [{ name: team.name }],
    status: statusOf(person, twin.today),
    isVerified: true,
    role: person.managerId === null ? 'owner' : 'user',
    source: null,
    sourceId: null,
    timezone: location?.timeZone ?? null,
    createdAt: `${person.originalHireDate}T08:00:00.000Z`,
    updatedAt: person.updatedAt,
  };
}
