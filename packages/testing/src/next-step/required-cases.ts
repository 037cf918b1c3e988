/** A case that every connector brings a recording of, and what its author has to write. */
export interface RequiredCase {
  readonly name: string;
  readonly write: string;
}

const refused = (status: string, when: string, error: string): string =>
  `the exchange with the answer ${status} as the vendor gives it ${when}, and in expected.json ${error}`;

/** In the order in which they are best written. */
export const requiredCases: readonly RequiredCase[] = [
  { name: 'two-pages', write: 'two pages of the list with the people on them' },
  { name: 'empty', write: 'the answer of an account without people, and in expected.json { "employees": [] }' },
  {
    name: 'lifecycle',
    write:
      'one person in each standing that the vendor knows (hired, here, on leave, leaving later, gone, a word nobody documents)',
  },
  {
    name: 'sparse',
    write: 'a person with nothing but an id, and one with every member null or empty; what is absent is absent in expected.json',
  },
  {
    name: 'wrong-types',
    write:
      'a person with a member of another type than documented, and a good one; in expected.json "quarantined": [{ "path": "$.member", "expected": "string" }]',
  },
  {
    name: 'permission-gap',
    write:
      'what comes when a permission of the manifest is missing, and in expected.json "gaps": ["its name"], or [] if nothing shows it',
  },
  {
    name: 'unauthorised',
    write: refused('401', 'to wrong credentials', '{ "error": { "name": "AuthError", "code": "credentials_rejected" } }'),
  },
  {
    name: 'forbidden',
    write: refused(
      '403',
      'to somebody without the right',
      '{ "error": { "name": "PermissionError", "code": "permission_missing" } }',
    ),
  },
  {
    name: 'rate-limited',
    write: refused('429', 'to too many requests', '{ "error": { "name": "RateLimitError", "code": "rate_limited" } }'),
  },
  {
    name: 'server-error',
    write: refused('500', 'when it fails', '{ "error": { "name": "UnavailableError", "code": "vendor_down" } }'),
  },
];
