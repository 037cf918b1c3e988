import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: 'GET /api/*employees*',
      path: '$.data*',
      differs: 'type',
      received: 'null',
      why: 'The document declares nothing nullable, and live accounts show null in most members (schema of github.com/airbytehq/airbyte, source-sage-hr, 2026-11).',
    },
    {
      operation: 'GET /api/*employees 200',
      path: '$.meta.next_page',
      differs: 'type',
      received: 'null',
      why: 'On the last page there is no next one (developer.sage.com/hr, pagination, 2026-11).',
    },
    {
      operation: 'GET /api/*employees 200',
      path: '$.meta.previous_page',
      differs: 'type',
      received: 'integer',
      why: 'The document takes it from the first page alone and knows null only; it is a number as next_page is (SOURCE.md of the recordings: not verified).',
    },
  ],
} satisfies VendorRules;
