import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { codeOf, type EntitySet, type Row } from './entity-set.ts';

const unread = [
  'MIDDLENAME',
  'FORMATTEDNAME',
  'LEGALNAME',
  'SALUTATIONDESCRIPTION',
  'GENDERDESCRIPTION',
  'BIRTHDATE',
  'NATIONALITYDESCRIPTION',
  'COMMENTS',
  'THUMBNAIL',
];

/** Active people and others, leavers and future starters among them. */
export const people: EntitySet = {
  name: 'People',
  keys: ['PERSONID'],
  properties: ['PERSONID', 'FAMILYNAME', 'GIVENNAME', 'PREFERREDGIVENNAME', 'ACTIVEEMPLOYEE', ...unread],
  rowsOf: (twin: Twin) => twin.people.map((person) => toRow(person, twin.today)),
};

function toRow(person: TwinPerson, today: string): Row {
  const state = stateOf(person, today);
  return {
    PERSONID: codeOf(person.id),
    FAMILYNAME: person.lastName,
    GIVENNAME: person.firstName,
    PREFERREDGIVENNAME: person.preferredName,
    ACTIVEEMPLOYEE: state === 'active' || state === 'leave' ? 1 : 0,
    ...Object.fromEntries(unread.map((name) => [name, null])),
  };
}
