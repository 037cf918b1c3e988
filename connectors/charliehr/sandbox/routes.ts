import { json, type SandboxCompany, type SandboxRoute, type TwinPerson } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { listPage } from './list-page.ts';

const memberId = (id: number): string => `team_member_${id}`;
const teamId = (id: number): string => `team_${id}`;
const officeId = (id: number): string => `office_${id}`;

const statuses: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'permanent',
  part_time: 'part_time',
  contractor: 'freelancer',
  intern: 'intern',
  fixed_term: 'fixed_term',
  apprentice: 'apprentice',
};

interface Wire extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

function toMember(person: TwinPerson, today: string): Wire {
  const hasLeft = person.terminationDate !== null && person.terminationDate < today;
  return {
    id: memberId(person.id),
    first_name: person.firstName,
    last_name: person.lastName,
    display_name: `${person.preferredName ?? person.firstName} ${person.lastName.charAt(0)}.`,
    work_email: person.email,
    personal_email: person.personalEmail,
    phone_number: person.phone,
    date_of_birth: null,
    gender: null,
    start_date: person.hireDate,
    leaving_date: person.terminationDate,
    employment_status: statuses[person.employmentType],
    job_title: person.jobTitle,
    manager: person.managerId === null ? null : memberId(person.managerId),
    office: officeId(person.locationId),
    // Who is archived drops out of the teams.
    teams: hasLeft || person.teamId === null ? [] : [teamId(person.teamId)],
    profile_picture: null,
  };
}

const everybody = (company: SandboxCompany): readonly Wire[] =>
  company.cached('team members', () => company.twin.people.map((person) => toMember(person, company.twin.today)));

/** UK accounts: there is no IBAN. Some people have none. */
const accountsOf = (company: SandboxCompany): readonly object[] =>
  company.cached('bank accounts', () =>
    company.twin.people
      .filter(({ id }) => id % 4 !== 0)
      .map(({ id, firstName, lastName }) => ({
        id: `bank_account_${id}`,
        team_member: memberId(id),
        account_name: `${firstName} ${lastName}`,
        account_number: String(id).padStart(8, '0'),
        sort_code: '20-00-00',
        bank_name: 'Bank of Nowhere',
      })),
  );

export const routes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/team_members',
    kind: 'page',
    handle: (request, company) => listPage(request, everybody(company)),
  },
  {
    method: 'GET',
    path: '/api/v1/team_members/{id}',
    kind: 'detail',
    handle({ params }, company) {
      const member = everybody(company).find(({ id }) => id === params.id);
      return member === undefined ? answers.notFound : json(200, { success: true, data: { ...member, notes: [] } });
    },
  },
  {
    method: 'GET',
    path: '/api/v1/teams',
    kind: 'lookup',
    handle: (request, { twin }) =>
      listPage(
        request,
        twin.teams.map(({ id, name }) => ({ id: teamId(id), name })),
      ),
  },
  {
    method: 'GET',
    path: '/api/v1/offices',
    kind: 'lookup',
    handle: (request, { twin }) =>
      listPage(
        request,
        twin.locations.map(({ id, name, city, timeZone }, index) => ({
          id: officeId(id),
          name,
          head: index === 0,
          address: city,
          timezone: timeZone,
          phone_number: null,
          email: null,
        })),
      ),
  },
  {
    method: 'GET',
    path: '/api/v1/bank_accounts',
    kind: 'lookup',
    handle: (request, company) => listPage(request, accountsOf(company)),
  },
  {
    method: 'GET',
    path: '/api/v1/company',
    kind: 'lookup',
    handle: (_, { twin }) =>
      json(200, { success: true, data: { id: 'company_1', name: twin.name, subdomain: 'twin', logo: null } }),
  },
];
