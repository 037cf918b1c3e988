import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: 'POST /v1/people/*',
      path: '$*',
      differs: 'type',
      received: 'null',
      why: 'A field that was asked for and is not set comes as null in the nested form (captures of a live tenant, github.com/JustParent/hibob-advanced-mcp, 2026-10).',
    },
    {
      operation: 'POST /v1/people/search 200',
      path: '$.employees[].email',
      differs: 'format',
      in: ['lifecycle'],
      why: 'On purpose: an address with a letter outside ASCII, which RFC 6531 allows and the schema format does not.',
    },
    {
      operation: 'GET /v1/people/*/bank-accounts',
      path: 'path',
      differs: 'undeclared path',
      why: 'The document is of 2024-04, the endpoint came later (apidocs.hibob.com/reference/get_people-id-bank-accounts, 2026-05).',
    },
  ],
} satisfies VendorRules;
