import type { VendorRules } from './vendor-rules.ts';

const people = 'GET /rest/v2/people 200';

export default {
  allowed: [
    {
      operation: people,
      path: '$.data[].person_status',
      differs: 'value',
      in: ['lifecycle', 'sparse'],
      why: 'On purpose: a status that nobody documents, and an empty text, must be noted and not guessed.',
    },
    {
      operation: people,
      path: '$.data[].*id',
      differs: 'type',
      received: 'integer',
      in: ['older-ids'],
      why: 'Older samples of the vendor write the ids of teams and entities as numbers (developer.deel.com, read 2026-11).',
    },
  ],
} satisfies VendorRules;
