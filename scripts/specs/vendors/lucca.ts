import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: '* /lucca-api/*',
      path: 'path',
      differs: 'undeclared path',
      why: 'The documents are of the older api/v3, the connector reads its successor lucca-api (developers.lucca.fr, 2026-11; SOURCE.txt beside the documents).',
    },
    {
      operation: 'POST /connect/token',
      path: 'path',
      differs: 'undeclared path',
      why: 'The log-in has no document of its own among the stored ones (developers.lucca.fr, authentication, 2026-11).',
    },
  ],
} satisfies VendorRules;
