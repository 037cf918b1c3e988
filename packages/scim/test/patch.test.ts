import { describe, expect, test } from 'vitest';
import { applyOperation } from '../src/patch/apply-operation.ts';
import { readOperations } from '../src/patch/read-operations.ts';
import { groups, users, type ResourceType } from '../src/schema/resource-type.ts';
import { enterprise } from './support/scim-stage.ts';

type Fields = Readonly<Record<string, unknown>>;

function patched(type: ResourceType, resource: Fields, ...operations: readonly unknown[]): Fields {
  return readOperations(type, { Operations: operations }).reduce<Fields>(
    (before, operation) => applyOperation(type, before, operation),
    resource,
  );
}

const work = { type: 'work', value: 'ida@fjordkiste.example', primary: true };
const home = { type: 'home', value: 'ida@home.example' };
const ida = {
  userName: 'ida@fjordkiste.example',
  name: { givenName: 'Ida', familyName: 'Berg' },
  title: 'Rigger',
  active: true,
  emails: [work, home],
  [enterprise]: { department: 'Boats', manager: { value: 'b2' } },
};
const crew = { displayName: 'Crew', members: [{ value: 'u1' }, { value: 'u2' }, { value: 'u3' }] };

describe('PATCH of a user (RFC 7644 §3.5.2)', () => {
  test.each<[string, unknown, Fields]>([
    ['add of what is not there', { op: 'add', path: 'nickName', value: 'Id' }, { nickName: 'Id' }],
    ['add of what is there replaces it', { op: 'add', path: 'title', value: 'Mate' }, { title: 'Mate' }],
    ['replace', { op: 'replace', path: 'title', value: 'Mate' }, { title: 'Mate' }],
    ['remove says that there is none', { op: 'remove', path: 'title' }, { title: null }],
    ['replace by null says the same', { op: 'replace', path: 'title', value: null }, { title: null }],
    [
      'a part of a complex attribute',
      { op: 'replace', path: 'name.familyName', value: 'Dahl' },
      { name: { givenName: 'Ida', familyName: 'Dahl' } },
    ],
    [
      'a complex attribute keeps the parts that were not sent',
      { op: 'replace', path: 'name', value: { familyName: 'Dahl' } },
      { name: { givenName: 'Ida', familyName: 'Dahl' } },
    ],
    ['removing a part', { op: 'remove', path: 'name.givenName' }, { name: { givenName: null, familyName: 'Berg' } }],
    [
      'add to a list',
      { op: 'add', path: 'emails', value: [{ type: 'other', value: 'i@other.example' }] },
      { emails: [work, home, { type: 'other', value: 'i@other.example' }] },
    ],
    ['add to a list of what is in it', { op: 'add', path: 'emails', value: [home] }, { emails: [work, home] }],
    [
      'add of a new preferred element takes the preference from the old one',
      { op: 'add', path: 'emails', value: { type: 'other', value: 'i@other.example', primary: true } },
      { emails: [{ ...work, primary: false }, home, { type: 'other', value: 'i@other.example', primary: true }] },
    ],
    ['replace of a list', { op: 'replace', path: 'emails', value: [home] }, { emails: [home] }],
    ['remove of a list', { op: 'remove', path: 'emails' }, { emails: [] }],
    ['remove of elements that match', { op: 'remove', path: 'emails[type eq "home"]' }, { emails: [work] }],
    ['remove of elements where none matches', { op: 'remove', path: 'emails[type eq "other"]' }, {}],
    [
      'a part of the elements that match',
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'new@fjordkiste.example' },
      { emails: [{ ...work, value: 'new@fjordkiste.example' }, home] },
    ],
    [
      'the elements that match',
      { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'new@home.example' } },
      { emails: [work, { type: 'home', value: 'new@home.example' }] },
    ],
    [
      'an attribute by its URN',
      { op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:title', value: 'Mate' },
      { title: 'Mate' },
    ],
    [
      'an attribute of the extension',
      { op: 'replace', path: `${enterprise}:department`, value: 'Ropes' },
      { [enterprise]: { department: 'Ropes', manager: { value: 'b2' } } },
    ],
    [
      'a part of one',
      { op: 'replace', path: `${enterprise}:manager.value`, value: 'c3' },
      { [enterprise]: { department: 'Boats', manager: { value: 'c3' } } },
    ],
    [
      'the extension as a whole keeps what was not sent',
      { op: 'add', path: enterprise, value: { costCenter: '410' } },
      { [enterprise]: { department: 'Boats', manager: { value: 'b2' }, costCenter: '410' } },
    ],
    ['several without a path', { op: 'replace', value: { title: 'Mate', active: false } }, { title: 'Mate', active: false }],
    ['names of attributes in another case', { op: 'replace', path: 'TITLE', value: 'Mate' }, { title: 'Mate' }],
    ['what is ours is passed over', { op: 'replace', value: { id: 'x', meta: {}, groups: [], schemas: [] } }, {}],
    ['what nobody describes is passed over', { op: 'add', path: 'shoeSize', value: '41' }, {}],
    ['a password is passed over', { op: 'replace', value: { password: 'correct-horse-9' } }, {}],
    [
      'an extension of the customer’s own is kept',
      { op: 'add', path: 'urn:fjordkiste:scim:2.0:User:badge', value: 'B-7' },
      { 'urn:fjordkiste:scim:2.0:User': { badge: 'B-7' } },
    ],
  ])('%s', (_what, operation, changed) => {
    expect(patched(users, ida, operation)).toEqual({ ...ida, ...changed });
  });

  test('operations build on one another', () => {
    const changed = patched(
      users,
      ida,
      { op: 'add', path: 'phoneNumbers', value: [{ type: 'work', value: '1' }] },
      { op: 'replace', path: 'phoneNumbers[type eq "work"].value', value: '2' },
    );
    expect(changed['phoneNumbers']).toEqual([{ type: 'work', value: '2' }]);
  });

  test.each<[string, unknown, string]>([
    ['an unknown operation', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    ['no operation', { path: 'title' }, 'invalidSyntax'],
    ['a path that is none', { op: 'add', path: 'a b', value: 'x' }, 'invalidPath'],
    ['a path that is no text', { op: 'add', path: 7, value: 'x' }, 'invalidPath'],
    ['a filter that cannot be read', { op: 'replace', path: 'emails[type is "x"].value', value: 'x' }, 'invalidFilter'],
    ['a filter on what is no list', { op: 'replace', path: 'title[value eq "x"]', value: 'x' }, 'invalidPath'],
    ['a part of what has none', { op: 'replace', path: 'title.value', value: 'x' }, 'invalidPath'],
    ['nothing that matches and nothing to make', { op: 'replace', path: 'emails[type sw "x"].value', value: 'x' }, 'noTarget'],
    ['removing without a path', { op: 'remove' }, 'noTarget'],
    ['taking away what is required', { op: 'remove', path: 'userName' }, 'mutability'],
    ['emptying what is required', { op: 'replace', path: 'userName', value: ' ' }, 'mutability'],
    ['a boolean that is none', { op: 'replace', path: 'active', value: 'maybe' }, 'invalidValue'],
    ['a text that is none', { op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue'],
    ['no object where one belongs', { op: 'replace', value: 'x' }, 'invalidSyntax'],
  ])('is refused for %s', (_what, operation, scimType) => {
    expect(() => patched(users, ida, operation)).toThrow(expect.objectContaining({ status: 400, scimType }) as Error);
  });

  test('a refusal names the attribute and repeats no value', () => {
    expect(() => patched(users, ida, { op: 'replace', path: 'active', value: 'ida@secret.example' })).toThrow(
      /^active is neither true nor false$/,
    );
  });

  test('names that every object inherits are attributes of nobody', () => {
    const hostile = JSON.parse('{"op":"add","value":{"__proto__":{"polluted":true},"constructor":{"polluted":true}}}') as unknown;
    expect(() => patched(users, ida, hostile)).toThrow();
    expect(patched(users, ida, { op: 'add', value: { constructor: { polluted: true } } })).toEqual(ida);
    expect(({} as Fields)['polluted']).toBeUndefined();
  });
});

describe('PATCH as Entra sends it', () => {
  test.each<[string, unknown, Fields]>([
    ['capitals and a boolean as text', { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    ['a boolean as text, true', { op: 'Add', path: 'active', value: 'True' }, { active: true }],
    [
      'a work address that is not there yet',
      { op: 'Add', path: 'emails[type eq "other"].value', value: 'i@other.example' },
      { emails: [work, home, { type: 'other', value: 'i@other.example' }] },
    ],
    [
      'a number of a list that is not there at all',
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+47 900 00 001' },
      { phoneNumbers: [{ type: 'mobile', value: '+47 900 00 001' }] },
    ],
    [
      'an address of a place',
      { op: 'Replace', path: 'addresses[type eq "work"].formatted', value: 'Kaia 1' },
      { addresses: [{ type: 'work', formatted: 'Kaia 1' }] },
    ],
    [
      'a manager as a bare id',
      { op: 'Add', path: `${enterprise}:manager`, value: 'c3' },
      { [enterprise]: { department: 'Boats', manager: { value: 'c3' } } },
    ],
    [
      'a manager in a list, as it was sent before',
      { op: 'Add', path: `${enterprise}:manager`, value: [{ $ref: 'http://app.example/Users/c3', value: 'c3' }] },
      { [enterprise]: { department: 'Boats', manager: { $ref: 'http://app.example/Users/c3', value: 'c3' } } },
    ],
    [
      'no manager any more',
      { op: 'Remove', path: `${enterprise}:manager` },
      { [enterprise]: { department: 'Boats', manager: null } },
    ],
    [
      'a manager who is nothing',
      { op: 'Replace', path: `${enterprise}:manager`, value: '' },
      { [enterprise]: { department: 'Boats', manager: null } },
    ],
    [
      'dotted and URN names without a path (aadOptscim062020)',
      { op: 'replace', value: { displayName: 'Ida B', 'name.givenName': 'Idun', [`${enterprise}:employeeNumber`]: '7' } },
      {
        displayName: 'Ida B',
        name: { givenName: 'Idun', familyName: 'Berg' },
        [enterprise]: { department: 'Boats', manager: { value: 'b2' }, employeeNumber: '7' },
      },
    ],
    [
      'an extension without a path',
      { op: 'add', value: { [enterprise]: { employeeNumber: 7 } } },
      { [enterprise]: { department: 'Boats', manager: { value: 'b2' }, employeeNumber: '7' } },
    ],
    [
      'roles whose filter is a boolean as text',
      { op: 'Add', path: 'roles[primary eq "True"].value', value: 'x' },
      { roles: [{ primary: true, value: 'x' }] },
    ],
  ])('%s', (_what, operation, changed) => {
    expect(patched(users, ida, operation)).toEqual({ ...ida, ...changed });
  });

  test.each<[string, unknown, readonly unknown[]]>([
    [
      'members named in the value',
      { op: 'Remove', path: 'members', value: [{ value: 'u1', $ref: null }] },
      [{ value: 'u2' }, { value: 'u3' }],
    ],
    ['a member by a filter', { op: 'remove', path: 'members[value eq "u2"]' }, [{ value: 'u1' }, { value: 'u3' }]],
    ['all members', { op: 'Remove', path: 'members' }, []],
    ['a member who is not in it', { op: 'Remove', path: 'members', value: [{ value: 'u9' }] }, crew.members],
  ])('removes %s', (_what, operation, members) => {
    expect(patched(groups, crew, operation)).toEqual({ ...crew, members });
  });

  test('adds members once', () => {
    const operation = {
      op: 'Add',
      path: 'members',
      value: [
        { $ref: null, value: 'u1' },
        { $ref: null, value: 'u4' },
      ],
    };
    const changed = patched(groups, crew, operation);
    expect((changed['members'] as Fields[]).map(({ value }) => value)).toEqual(['u1', 'u2', 'u3', 'u4']);
  });
});

describe('PATCH as Okta sends it', () => {
  test('deactivation without a path', () => {
    expect(patched(users, ida, { op: 'replace', value: { active: false } })).toEqual({ ...ida, active: false });
  });

  test('a group is renamed with its id in the value', () => {
    expect(patched(groups, crew, { op: 'replace', value: { id: 'g1', displayName: 'Deck crew' } })).toEqual({
      ...crew,
      displayName: 'Deck crew',
    });
  });

  test('members are removed and added in one request', () => {
    const changed = patched(
      groups,
      crew,
      { op: 'remove', path: 'members[value eq "u1"]' },
      { op: 'add', path: 'members', value: [{ value: 'u5', display: 'kari@fjordkiste.example' }] },
    );
    expect(changed['members']).toEqual([{ value: 'u2' }, { value: 'u3' }, { value: 'u5', display: 'kari@fjordkiste.example' }]);
  });
});
