import type { Twin } from '@rollcall/sandbox';
import { guid } from './guid.ts';
import type { Row } from './list-page.ts';

/** British accounts: no IBAN. Of every fourth person an earlier account is kept. */
export function bankDetailsOf({ people }: Twin): readonly Row[] {
  return people.flatMap((person) => {
    const present = {
      EmployeeId: person.uuid,
      BankName: 'Bank of Nowhere',
      BankAddress: { Address1: null, Address2: null, Address3: null, Address4: null, PostCode: null },
      AccountName: `${person.firstName} ${person.lastName}`,
      AccountNumber: accountNumberOf(person.id),
      SortCode: '00-00-00',
      RollNumber: null,
      SourceSystemId: null,
      SourceSystemCreatedOn: '2020-02-01T00:00:00Z',
      SourceSystemLastModifiedOn: null,
      Id: guid(8, person.id),
      CreatedOn: '2022-01-05T10:11:12Z',
      CreatedBy: null,
      LastModifiedOn: null,
      LastModifiedBy: null,
    };
    const earlier = {
      ...present,
      AccountNumber: '11111111',
      SourceSystemCreatedOn: '2010-02-01T00:00:00Z',
      Id: guid(9, person.id),
    };
    return person.id % 4 === 0 ? [present, earlier] : [present];
  });
}

const accountNumberOf = (id: number): string => String(id).padStart(8, '0');
