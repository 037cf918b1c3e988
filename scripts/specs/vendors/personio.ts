import type { VendorRules } from './vendor-rules.ts';

const later = 'in the vendor’s documentation and not in the stored documents';

export default {
  allowed: [
    {
      operation: 'GET /v2/persons*',
      path: '$*',
      differs: 'type',
      received: 'null',
      why: 'The summary does not say what may be null; no field is declared required, and examples show null for dates (developer.personio.de/reference/persons-1, 2026-11).',
    },
    {
      operation: 'GET /v2/persons*',
      path: '$*custom_attributes[].type',
      differs: 'value',
      why: 'The type comes in upper and in lower case (common-components-v2.json of github.com/personio/api-docs has lower case).',
    },
    {
      operation: 'GET /v2/persons/{person_id}/employments 200',
      path: '$._data[].status',
      differs: 'value',
      in: ['lifecycle'],
      why: 'On purpose: a status that nobody documents must be noted and not guessed.',
    },
    {
      operation: 'GET /v2/persons 200',
      path: '$._data[].id',
      differs: 'type',
      in: ['changes'],
      why: 'On purpose: an id that comes as a number is the same person (webhooks of the vendor show both).',
    },
    {
      operation: 'GET /v2/org-units',
      path: 'path',
      differs: 'undeclared path',
      why: `${later}: developer.personio.de/reference/listorgunits (2026-11).`,
    },
    {
      operation: 'GET /v2/legal-entities',
      path: 'path',
      differs: 'undeclared path',
      why: `${later}: developer.personio.de/reference/listlegalentities (2026-11).`,
    },
    {
      operation: 'GET /v2/workplaces',
      path: 'path',
      differs: 'undeclared path',
      why: `${later}: developer.personio.de/reference/listworkplaces (2026-11).`,
    },
    {
      operation: 'GET /v2/cost-centers',
      path: 'path',
      differs: 'undeclared path',
      why: `${later}: developer.personio.de/reference/listcostcenters (2026-11).`,
    },
  ],
} satisfies VendorRules;
