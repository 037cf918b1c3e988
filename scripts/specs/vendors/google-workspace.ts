import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: 'POST /token',
      path: 'path',
      differs: 'undeclared path',
      why: 'The discovery document holds the Directory API alone; the log-in is described on its own page (developers.google.com/identity/protocols/oauth2/service-account, 2026-11).',
    },
  ],
} satisfies VendorRules;
