import type { Twin, TwinPerson } from '@rollcall/sandbox';

type Row = Readonly<Record<string, string | null>>;
export type Person = Readonly<Record<string, string | null | readonly Row[]>>;

export const toId = (id: number): string => String(20_000 + id);

const nameOf = (list: readonly { readonly id: number; readonly name: string }[], wanted: number | null): string | null =>
  list.find(({ id }) => id === wanted)?.name ?? null;

/** The words of a company's own list. */
const contracts: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

/** One card of the register, under the aliases of the set-up; `Kortti` has none. */
export function toPerson(person: TwinPerson, twin: Twin): Person {
  return {
    employeeId: toId(person.id),
    employeeNumber: person.number,
    firstName: person.firstName,
    lastName: person.lastName,
    preferredName: person.preferredName,
    workEmail: person.email,
    personalEmail: person.personalEmail,
    mobilePhone: person.phone,
    iban: person.iban,
    bic: null,
    modified: person.updatedAt,
    Kortti: `K${String(person.id)}`,
    employment: employmentsOf(person, twin),
  };
}

/** A row for each employment, and for every seventh person one of an earlier job. Every third has the newest row first. */
function employmentsOf(person: TwinPerson, twin: Twin): readonly Row[] {
  const present = jobOf(person, twin);
  const before = person.stints.map(({ from, until }) => ({
    ...present,
    startDate: from,
    endDate: until,
    employmentStatus: 'Päättynyt',
    rowValidFrom: from,
    rowValidTo: until,
  }));
  const rows = [...before, ...(person.id % 7 === 0 ? withEarlierJob(present, person, twin) : [present])];
  return person.id % 3 === 0 ? rows.toReversed() : rows;
}

/** Whoever has begun had another job on the first day. */
function withEarlierJob(present: Row, { hireDate, terminationDate }: TwinPerson, { today }: Twin): readonly Row[] {
  if (hireDate >= today || terminationDate === hireDate) return [present];
  const next = new Date(Date.parse(hireDate) + 86_400_000).toISOString().slice(0, 10);
  return [
    { ...present, jobTitle: 'Trainee', rowValidTo: hireDate },
    { ...present, rowValidFrom: next },
  ];
}

function jobOf(person: TwinPerson, twin: Twin): Row {
  const { leave } = person;
  const isAway = leave !== null && leave.from <= twin.today && (leave.until ?? twin.today) >= twin.today;
  return {
    startDate: person.hireDate,
    endDate: person.terminationDate,
    jobTitle: person.jobTitle,
    department: nameOf(twin.departments, person.departmentId),
    team: nameOf(twin.teams, person.teamId),
    location: nameOf(twin.locations, person.locationId),
    country: twin.locations.find(({ id }) => id === person.locationId)?.country ?? null,
    legalEntity: nameOf(twin.entities, person.entityId),
    costCenter: twin.costCenters.find(({ id }) => id === person.costCenterId)?.code ?? null,
    managerId: person.managerId === null ? null : toId(person.managerId),
    employmentType: contracts[person.employmentType],
    employmentStatus: isAway ? 'Perhevapaa' : 'Voimassa',
    rowValidFrom: person.hireDate,
    rowValidTo: person.terminationDate,
  };
}
