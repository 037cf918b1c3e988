import type { SentCall } from './scim-client.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Calls as Okta sends them, the same ones to everybody. */
export interface ScimCalls {
  /** One of its kind, never the same again; lookups and patches go to those who were made. */
  readonly next: (operation: 'create' | 'look up' | 'patch') => SentCall;
  /** Somebody was made, with this id. */
  readonly made: (id: string) => void;
}

export function scimCalls(): ScimCalls {
  const ids: string[] = [];
  let created = 0;
  let lookedUp = 0;
  let patched = 0;
  return {
    made: (id) => {
      ids.push(id);
    },
    next(operation) {
      switch (operation) {
        case 'create':
          return { method: 'POST', path: '/scim/v2/Users', body: JSON.stringify(userOf(created++)) };
        case 'look up': {
          // All over the table.
          const filter = encodeURIComponent(`userName eq "${nameOf((lookedUp++ * 7919) % ids.length)}"`);
          return { method: 'GET', path: `/scim/v2/Users?filter=${filter}&startIndex=1&count=100`, body: '' };
        }
        case 'patch': {
          // Access of one, name of the next; whoever's turn comes again gets their access back, so that every call changes something.
          const turn = Math.floor(patched / ids.length);
          const [id, number] = [ids[patched % ids.length] ?? '', patched++];
          const operation =
            number % 2 === 0
              ? { op: 'replace', value: { active: turn % 2 === 1 } }
              : { op: 'replace', path: 'name.familyName', value: `Lund-${String(number)}` };
          const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [operation] };
          return { method: 'PATCH', path: `/scim/v2/Users/${id}`, body: JSON.stringify(body) };
        }
      }
    },
  };
}

function nameOf(number: number): string {
  return `person.${String(number)}@fjordkiste.example`;
}

function userOf(number: number) {
  const [givenName, familyName, address] = ['Ida', `Berg-${String(number)}`, nameOf(number)];
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
    externalId: `00u${String(number).padStart(17, '0')}`,
    userName: address,
    name: { givenName, familyName },
    emails: [{ primary: true, value: address, type: 'work' }],
    displayName: `${givenName} ${familyName}`,
    locale: 'en-US',
    groups: [],
    active: true,
    title: 'Rigger',
    phoneNumbers: [{ value: '+47 21 30 44 55', type: 'work', primary: true }],
    [enterprise]: {
      employeeNumber: String(number),
      department: 'Boats',
      costCenter: '4100',
      organization: 'Fjordkiste',
      division: 'Works',
    },
  };
}
