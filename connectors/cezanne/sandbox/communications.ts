import type { TwinPerson } from '@rollcall/sandbox';
import { codeOf, type EntitySet, type Row } from './entity-set.ts';

const unread = ['WORKPHONEEXTENSION', 'HOMEPHONENUMBER', 'OTHERPHONENUMBER', 'FAXNUMBER', 'SKYPENAME'];
const phones = ['WORKPHONENUMBER', 'MOBILEPHONENUMBER'];
const addresses = ['INTERNALEMAILADDRESS', 'EXTERNALEMAILADDRESS', 'ALTERNATEEMAILADDRESS'];

/** One row a person. */
export const communications: EntitySet = {
  name: 'Communications',
  keys: ['PERSONID'],
  properties: ['PERSONID', 'PERSONNAME', ...addresses, ...phones, ...unread],
  rowsOf: ({ people }) => people.map(toRow),
};

/** Of every third the number is a mobile one, of every fourth the private address is the alternate one. */
function toRow({ id, firstName, lastName, email, personalEmail, phone }: TwinPerson): Row {
  const hasMobile = id % 3 === 0;
  const hasAlternate = id % 4 === 0;
  return {
    PERSONID: codeOf(id),
    PERSONNAME: `${firstName} ${lastName}`,
    INTERNALEMAILADDRESS: email,
    EXTERNALEMAILADDRESS: hasAlternate ? '' : personalEmail,
    ALTERNATEEMAILADDRESS: hasAlternate ? personalEmail : null,
    WORKPHONENUMBER: hasMobile ? null : phone,
    MOBILEPHONENUMBER: hasMobile ? phone : null,
    ...Object.fromEntries(unread.map((name) => [name, null])),
  };
}
