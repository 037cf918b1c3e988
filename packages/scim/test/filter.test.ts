import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesFilter } from '../src/filter/match-filter.ts';
import { parseFilter } from '../src/filter/parse-filter.ts';
import { users } from '../src/schema/resource-type.ts';
import { ScimError } from '../src/scim-error.ts';

const ida = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  id: 'a1',
  externalId: 'X-7',
  userName: 'Ida.Berg@fjordkiste.example',
  name: { familyName: "O'Malley", givenName: 'Ida' },
  title: 'Rigger',
  userType: 'Employee',
  active: true,
  emails: [
    { type: 'work', value: 'ida@fjordkiste.example', primary: true },
    { type: 'home', value: 'ida@home.example' },
  ],
  meta: { lastModified: '2026-05-13T04:42:34Z', created: '2026-05-01T00:00:00Z' },
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: '701', manager: { value: 'b2' } },
};

const matches = (filter: string, resource: object = ida): boolean =>
  matchesFilter(users, parseFilter(filter), resource as Readonly<Record<string, unknown>>);

describe('a filter (RFC 7644 §3.4.2.2)', () => {
  test.each([
    // Figure 2 of the RFC, with our own people.
    ['userName eq "ida.berg@fjordkiste.example"', true],
    ['name.familyName co "O\'Malley"', true],
    ['userName sw "I"', true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "I"', true],
    ['title pr', true],
    ['nickName pr', false],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', true],
    ['meta.lastModified ge "2026-05-13T04:42:34Z"', true],
    ['meta.lastModified lt "2026-05-13T06:42:34+02:00"', false],
    ['meta.lastModified le "2026-05-13T06:42:34+02:00"', true],
    ['title pr and userType eq "Employee"', true],
    ['title pr or userType eq "Intern"', true],
    ['schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"', true],
    ['userType eq "Employee" and (emails co "fjordkiste.example" or emails.value co "example.org")', true],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")', false],
    ['userType eq "Employee" and (emails.type eq "work")', true],
    ['userType eq "Employee" and emails[type eq "work" and value co "@fjordkiste.example"]', true],
    ['emails[type eq "work" and value co "@home.example"] or ims[type eq "xmpp" and value co "@foo.com"]', false],
    // Its rules.
    ['USERNAME Eq "IDA.BERG@fjordkiste.example"', true],
    ['id eq "A1"', false],
    ['externalId eq "x-7"', false],
    ['active eq true', true],
    ['active eq "True"', true],
    ['active eq false', false],
    ['nickName eq null', true],
    ['title ne null', true],
    ['title ew "ger"', true],
    ['title eq "Boatswain" or title eq "Rigger" and active eq false', false],
    ['not (title eq "Boatswain")', true],
    // What Okta and Entra ask.
    ['id eq "a1" and manager eq "b2"', false],
    ['id eq "a1" and urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager eq "b2"', true],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "b2"', true],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "701"', true],
    ['emails[type eq "work"].value eq "ida@fjordkiste.example"', true],
    ['emails[type eq "home"].value eq "ida@fjordkiste.example"', false],
    // What nobody has.
    ['constructor pr', false],
    ['emails[type eq "home" or type eq "work"].value ew "home.example"', true],
    ['emails[type eq "work" or primary eq true].value ew "home.example"', false],
    ['emails[type eq "work"].display pr', false],
    ['shoeSize eq "41"', false],
  ])('%s: %s', (filter, expected) => {
    expect(matches(filter)).toBe(expected);
  });

  test.each([
    ['"', 'a"b'],
    ['\\', 'a\\b'],
    ['a code', 'aéb'],
    ['words of the grammar', 'x" and (y or [z]) not pr'],
    ['a line break', 'a\nb'],
  ])('finds a text with %s in it', (_what, title) => {
    expect(matches(`title eq ${JSON.stringify(title)}`, { title })).toBe(true);
  });

  test('finds any text by itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (title) => {
        expect(matches(`title eq ${JSON.stringify(title)}`, { title })).toBe(true);
      }),
    );
  });

  test.each([
    'userName eq',
    'userName eq ida',
    'userName is "ida"',
    'title eq "x" and',
    '(title pr',
    'title pr)',
    'emails[type eq "work"',
    'title eq "x" title eq "y"',
    'title eq "never ends',
    'title eq "\\q"',
    'a.b.c.d eq "x"',
    'active gt true',
    '__proto__ pr',
    ' ',
  ])('that cannot be read is refused: %s', (filter) => {
    expect(() => matches(filter)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidFilter' }) as ScimError);
  });

  test.each([
    ['deep', `${'('.repeat(1000)}title pr${')'.repeat(1000)}`],
    ['deep in words', `${'not ('.repeat(500)}title pr${')'.repeat(500)}`],
    ['long', `title eq "${'x'.repeat(100_000)}"`],
    ['wide', new Array(500).fill('id pr').join(' or ')],
    ['full of backslashes', `title eq "${'\\'.repeat(3000)}`],
  ])('that is %s is refused', (_what, filter) => {
    expect(() => parseFilter(filter)).toThrow(ScimError);
  });

  test('of any text is read or refused, and never anything else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab ()[\]".\\eqprandot19-]{0,80}$/), (text) => {
        try {
          matches(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
