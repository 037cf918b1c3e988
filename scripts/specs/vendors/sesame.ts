import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: 'GET /co*',
      path: '$.data*',
      differs: 'type',
      received: 'null',
      why: 'The document of 2024-04 declares little as nullable; the day that ends an open contract is null (apidocs.sesametime.com, 2026-11), other members without a value are taken to be.',
    },
    {
      operation: 'GET /core/v3/employee*',
      path: '$.data*email',
      differs: 'format',
      received: 'empty string',
      why: 'A member without a value may be an empty text (apidocs.sesametime.com, 2026-11), whatever its format.',
    },
    {
      operation: 'GET /core/v3/employee-profiles/organization-chart-managers/*',
      path: 'path',
      differs: 'undeclared path',
      why: 'The document is of 2024-04, the organisation chart came later (a typed public client; SOURCE.txt beside the document).',
    },
  ],
} satisfies VendorRules;
