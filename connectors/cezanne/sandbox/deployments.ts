import type { Twin, TwinPerson } from '@rollcall/sandbox';
import { codeOf, midnight, noEnd, type EntitySet, type Row } from './entity-set.ts';

/** Cezanne does not publish what its deployments are called: this set and its columns are ours, to be entered in the setting. */
export const deployments: EntitySet = {
  name: 'Deployments',
  keys: ['DEPLOYMENTID'],
  properties: [
    'DEPLOYMENTID',
    'PERSONID',
    'EFFECTIVEFROM',
    'EFFECTIVETO',
    'JOBTITLE',
    'ORGUNITNAME',
    'LOCATIONNAME',
    'COSTCENTRENAME',
    'MANAGERPERSONID',
    'CONTRACTTYPE',
  ],
  rowsOf: (twin) => twin.people.flatMap((person) => rowsOf(person, twin)),
};

export const deploymentNames = {
  entitySet: 'Deployments',
  jobTitle: 'JOBTITLE',
  department: 'ORGUNITNAME',
  workLocation: 'LOCATIONNAME',
  costCenter: 'COSTCENTRENAME',
  managerId: 'MANAGERPERSONID',
  employmentType: 'CONTRACTTYPE',
};

const contracts: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

/** The deployment that counts; of every fourth an earlier one before it, of every sixth one that is to come. */
function rowsOf(person: TwinPerson, twin: Twin): readonly Row[] {
  const { id, hireDate, terminationDate, managerId } = person;
  const nameOf = (list: Twin['departments'], wanted: number) => list.find((entry) => entry.id === wanted)?.name ?? null;
  const present = {
    DEPLOYMENTID: `${codeOf(id)}-2`,
    PERSONID: codeOf(id),
    EFFECTIVEFROM: midnight(hireDate),
    EFFECTIVETO: terminationDate === null ? noEnd : midnight(terminationDate),
    JOBTITLE: person.jobTitle,
    ORGUNITNAME: nameOf(twin.departments, person.departmentId),
    LOCATIONNAME: nameOf(twin.locations, person.locationId),
    COSTCENTRENAME: nameOf(twin.costCenters, person.costCenterId),
    MANAGERPERSONID: managerId === null ? null : codeOf(managerId),
    CONTRACTTYPE: contracts[person.employmentType],
  };
  const earlier = { ...present, EFFECTIVEFROM: '1990-01-01T00:00:00', EFFECTIVETO: '1990-12-31T00:00:00', JOBTITLE: 'Trainee' };
  const later = { ...present, EFFECTIVEFROM: '2199-01-01T00:00:00', EFFECTIVETO: noEnd, JOBTITLE: 'Successor' };
  return [
    ...(id % 4 === 0 ? [{ ...earlier, DEPLOYMENTID: `${codeOf(id)}-1` }] : []),
    present,
    ...(id % 6 === 0 && terminationDate === null ? [{ ...later, DEPLOYMENTID: `${codeOf(id)}-3` }] : []),
  ];
}
