import type { VendorRules } from './vendor-rules.ts';

const one = 'GET /v1/employments/{employment_id} 200';

export default {
  allowed: [
    {
      operation: 'GET /v1/employments*',
      path: '$.data.employment*',
      differs: 'type',
      received: 'null',
      why: 'Details differ by country and may be null, personal_details before the self-enrolment (developer.remote.com, 2026-11); which others are is not declared.',
    },
    {
      operation: one,
      path: '$.data.employment.*_at',
      differs: 'format',
      why: 'Times may come without a zone, as in the document’s own examples (developer.remote.com, 2026-11).',
    },
    {
      operation: 'GET /v1/employments*',
      path: '$.data.employment*.status',
      differs: 'value',
      in: ['lifecycle'],
      why: 'On purpose: a status that nobody documents must be noted and not guessed.',
    },
    {
      operation: 'GET /v1/employments*',
      path: '$.data',
      differs: 'missing',
      in: ['without-wrappers'],
      why: 'The document’s own example of the list lacks the wrapper that its schema demands.',
    },
  ],
} satisfies VendorRules;
