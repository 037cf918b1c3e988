import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: 'POST /*/v1/token',
      path: 'path',
      differs: 'undeclared path',
      why: 'The log-in is described on a page of its own, not in the document of the API (help.iris.co.uk, 2026-11).',
    },
  ],
} satisfies VendorRules;
