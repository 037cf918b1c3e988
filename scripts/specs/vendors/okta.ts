import type { VendorRules } from './vendor-rules.ts';

const users = 'GET /api/v1/users 200';

export default {
  allowed: [
    {
      operation: 'POST /*/v1/token',
      path: 'path',
      differs: 'undeclared path',
      why: 'The management document holds the API alone; the token endpoint has one of its own (developer.okta.com/docs/api/openapi/okta-oauth/oauth/tag/OrgAS/, 2026-11).',
    },
    {
      operation: users,
      path: '$[].lastUpdated',
      differs: 'format',
      in: ['sparse'],
      why: 'On purpose: an empty text where a time should be must be read as none.',
    },
    {
      operation: users,
      path: '$[].profile.*mail',
      differs: 'format',
      in: ['sparse'],
      why: 'On purpose: an empty address must be read as none.',
    },
    {
      operation: users,
      path: '$[].profile.email',
      differs: 'value',
      in: ['sparse'],
      why: 'On purpose: an empty address must be read as none.',
    },
    {
      operation: users,
      path: '$[].profile.*',
      differs: 'type',
      received: 'integer',
      in: ['sparse', 'managers'],
      why: 'On purpose: numbers of employees that come as numbers must be read and found.',
    },
  ],
} satisfies VendorRules;
