import type { Twin, TwinPerson } from '@rollcall/sandbox';
import { codeOf, midnight, noEnd, type EntitySet, type Row } from './entity-set.ts';

const unread = ['ADJUSTEDHIREDATE', 'NOTICETERMINATIONDATE', 'TERMINATIONREASONDESCRIPTION', 'LASTWORKDATE'];

/** Present and ended employments. */
export const employments: EntitySet = {
  name: 'Employments',
  keys: ['EMPLOYMENTID', 'PERSONID'],
  properties: [
    'EMPLOYMENTID',
    'PERSONID',
    'EFFECTIVEFROM',
    'EFFECTIVETO',
    'COMPANYCODE',
    'TRANSLATEDCOMPANYNAME',
    'PRIMARYEMPLOYMENT',
    'ORIGINALHIREDATE',
    ...unread,
  ],
  rowsOf: (twin) => twin.people.flatMap((person) => rowsOf(person, twin)),
};

interface Period {
  readonly from: string;
  readonly until: string | null;
  readonly isPrimary?: boolean;
}

/** The present employment first, then those before; every fifth person had a second one beside it, which has ended. */
function rowsOf(person: TwinPerson, twin: Twin): readonly Row[] {
  const second: Period = { from: '1999-01-04', until: '1999-06-30', isPrimary: false };
  const present: Period = { from: person.hireDate, until: person.terminationDate };
  const periods: readonly Period[] = [present, ...person.stints, ...(person.id % 5 === 0 ? [second] : [])];
  return periods.map((period, index) => toRow(person, twin, { ...period, number: person.id * 100 + index }));
}

function toRow(person: TwinPerson, twin: Twin, { number, from, until, isPrimary = true }: Period & { number: number }): Row {
  const company = twin.entities.find(({ id }) => id === person.entityId);
  return {
    EMPLOYMENTID: String(number).padStart(9, '0'),
    PERSONID: codeOf(person.id),
    EFFECTIVEFROM: midnight(from),
    EFFECTIVETO: until === null ? noEnd : midnight(until),
    COMPANYCODE: `FJ${String(person.entityId)}`,
    TRANSLATEDCOMPANYNAME: company?.name ?? null,
    PRIMARYEMPLOYMENT: isPrimary ? 1 : 0,
    ORIGINALHIREDATE: midnight(person.originalHireDate),
    ...Object.fromEntries(unread.map((name) => [name, null])),
  };
}
