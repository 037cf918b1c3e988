import { json, stateOf, type SandboxRoute, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { listPage, origin, reference } from './envelope.ts';
import { qualificationId } from './organisation.ts';
import { hasScope } from './token.ts';

const statuses = { active: 'active', leave: 'active', preboarding: 'upcoming', terminated: 'deactivated' } as const;

const idOf = ({ id }: TwinPerson): string => String(id);
const employmentId = ({ id, stints }: TwinPerson): string => `${String(id)}0${String(stints.length)}`;
const positionId = ({ id }: TwinPerson): string => `${String(id)}7`;

// Of every second person the change of the employment does not show on the employee.
const updatedAt = ({ id, updatedAt: changed }: TwinPerson, isEmployee: boolean): string =>
  (id % 2 === 0) === isEmployee ? changed : '2001-01-01T00:00:00.0001Z';

function employee(person: TwinPerson, { today }: Twin): object {
  const id = idOf(person);
  return {
    ...reference('employee', id),
    remoteId: person.uuid,
    portrait: null,
    givenName: person.firstName,
    familyName: person.lastName,
    employeeNumber: person.number,
    status: statuses[stateOf(person, today)],
    email: person.email,
    birthDay: null,
    phoneNumber: person.phone,
    applicableEmployment: reference('employment', employmentId(person)),
    applicableJobPosition: reference('job-position', positionId(person)),
    createdAt: `${person.originalHireDate}T08:00:00.0001Z`,
    lastUpdatedAt: updatedAt(person, true),
    links: { employments: { href: `${origin}/lucca-api/employments?employee.id=${id}` } },
  };
}

function employment(person: TwinPerson, { today }: Twin): object {
  const { terminationDate } = person;
  return {
    ...reference('employment', employmentId(person)),
    remoteId: null,
    employee: reference('employee', idOf(person)),
    legalEntity: reference('legal-entity', String(person.entityId), 'legal-entities'),
    status: statuses[stateOf(person, today)],
    start: { date: person.hireDate },
    end: terminationDate === null ? null : { date: terminationDate },
    document: null,
    template: reference('employment-template', person.employmentType),
    createdAt: `${person.hireDate}T08:00:00.0001Z`,
    lastUpdatedAt: updatedAt(person, false),
    links: {},
  };
}

/** Of those at the top every second is their own manager. Every fourth person has a qualification in place of a title. */
function position(person: TwinPerson, twin: Twin): object {
  const manager = person.managerId ?? (person.id % 2 === 0 ? person.id : null);
  const qualification = qualificationId(person, twin);
  return {
    ...reference('job-position', positionId(person)),
    remoteId: null,
    employment: reference('employment', employmentId(person)),
    employee: reference('employee', idOf(person)),
    status: statuses[stateOf(person, twin.today)],
    startsOn: person.hireDate,
    endsOn: person.terminationDate,
    businessEstablishment: reference('business-establishment', String(person.locationId)),
    jobTitle: qualification === null ? person.jobTitle : null,
    jobQualification: qualification === null ? null : reference('job-qualification', qualification),
    manager: manager === null ? null : reference('employee', String(manager)),
    occupationCategory: null,
    workingTimeArrangement: null,
    department: reference('department', String(person.departmentId)),
    document: null,
    notes: null,
    t9n: {},
    updatedAttributes: [],
    createdAt: `${person.hireDate}T08:00:00.0001Z`,
    lastUpdatedAt: '2001-01-01T00:00:00.0001Z',
    links: {},
  };
}

function embed(people: readonly TwinPerson[], twin: Twin): object {
  return {
    employment: Object.fromEntries(people.map((person) => [employmentId(person), employment(person, twin)])),
    'job-position': Object.fromEntries(people.map((person) => [positionId(person), position(person, twin)])),
  };
}

export const employeeRoutes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/lucca-api/employees',
    kind: 'page',
    handle(request, company) {
      if (!hasScope(request, company, 'employees.readonly')) return answers.forbidden;
      const { twin } = company;
      const wanted = request.query.get('status')?.split(',');
      const isWanted = (person: TwinPerson): boolean => wanted?.includes(statuses[stateOf(person, twin.today)]) ?? true;
      return listPage(request, company, {
        type: 'employees',
        items: company.cached(`people ${String(wanted)}`, () => twin.people.filter(isWanted)),
        toJson: (person) => employee(person, twin),
        embed: (people) => embed(people, twin),
      });
    },
  },
  {
    method: 'GET',
    path: '/lucca-api/employees/{id}',
    kind: 'detail',
    handle(request, company) {
      if (!hasScope(request, company, 'employees.readonly')) return answers.forbidden;
      const { twin } = company;
      const person = twin.person(Number(request.params['id']));
      if (person === undefined) return answers.notFound;
      const isEmbedded = request.query.get('include')?.split(',').includes('embedded') === true;
      return json(200, { ...employee(person, twin), ...(isEmbedded && { embedded: embed([person], twin) }) });
    },
  },
];
