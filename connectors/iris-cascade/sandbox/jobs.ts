import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { changedOn } from './employees.ts';
import { guid } from './guid.ts';
import { pathOf } from './hierarchy.ts';
import type { Row } from './list-page.ts';

const contracts: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full Time',
  part_time: 'Part Time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed Term',
  apprentice: 'Apprentice',
};

/** Of every third person the cost centre stands on the employee alone. */
export function jobsOf(twin: Twin): readonly Row[] {
  const codes = new Map(twin.costCenters.map(({ id, code }) => [id, code]));
  const uuids = new Map(twin.people.map(({ id, uuid }) => [id, uuid]));
  return twin.people.flatMap((person) => {
    const cost = person.id % 3 === 0 ? null : (codes.get(person.costCenterId) ?? null);
    const manager = person.managerId === null ? null : (uuids.get(person.managerId) ?? null);
    return historyOf(person, twin.today, { CostCentre: cost, LineManagerId: manager });
  });
}

/** The job that counts; of every fourth an earlier one before it, of every fifth who stays another one that is to come. */
function historyOf(person: TwinPerson, today: string, members: Row): readonly Row[] {
  const state = stateOf(person, today);
  const isActive = state === 'active' || state === 'leave';
  const { hireDate, terminationDate: end } = person;
  const present = { ...toJob(person, 5, hireDate, end), JobTitle: person.jobTitle, Active: isActive, ...members };
  const earlier = { ...toJob(person, 6, '1995-01-02', '1999-12-31'), JobTitle: 'Trainee', Active: false };
  const later = { ...toJob(person, 7, '2099-01-01', null), JobTitle: 'Successor', Active: false };
  return [...(person.id % 4 === 0 ? [earlier] : []), ...(person.id % 5 === 0 && state !== 'terminated' ? [later] : []), present];
}

function toJob(person: TwinPerson, kind: number, start: string, end: string | null): Row {
  return {
    Classification: null,
    StartDate: `${start}T00:00:00Z`,
    EndDate: end === null ? null : `${end}T00:00:00Z`,
    WorkingCalendar: 'Office Calendar',
    LineManagerId: null,
    HierarchyNodeId: pathOf(person).at(-1),
    Salary: 1,
    EmployeeId: person.uuid,
    Contract: contracts[person.employmentType],
    PayFrequency: 'Monthly',
    PayBasis: 'Yearly',
    FullTimeEquivalent: 1,
    Position: null,
    CostCentre: null,
    ContractEndDate: null,
    Id: guid(kind, person.id),
    SourceSystemId: null,
    CreatedOn: '2022-01-05T10:11:12Z',
    SourceSystemCreatedOn: `${start}T00:00:00Z`,
    CreatedBy: null,
    LastModifiedOn: changedOn(person, 'job'),
    SourceSystemLastModifiedOn: changedOn(person, 'job'),
    LastModifiedBy: null,
  };
}
