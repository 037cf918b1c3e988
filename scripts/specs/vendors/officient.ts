import type { VendorRules } from './vendor-rules.ts';

const anyone = 'GET /1.0/people/*';
const details = 'GET /1.0/people/{person_id}/detail 200';

export default {
  allowed: [
    {
      operation: anyone,
      path: '$.data*email',
      differs: 'type',
      received: 'null',
      why: 'The schema is drawn from the examples and declares next to nothing as nullable, while the example of List people itself has an email that is null (apidocs.officient.io/reference, 2026-11).',
    },
    {
      operation: details,
      path: '$.data.*',
      differs: 'type',
      received: 'null',
      why: 'How the details say that there is no team, manager or first day is not documented; null is how their example says that there is no last day (apidocs.officient.io/reference, Person detail, 2026-11).',
    },
    {
      operation: details,
      path: '$.data.*',
      differs: 'type',
      in: ['sparse'],
      why: 'On purpose: an empty list or an empty text in place of an object, as vendors write nothing in PHP, must do no harm.',
    },
    {
      operation: anyone,
      path: '$.*',
      differs: 'type',
      received: 'string',
      in: ['numbers-as-texts'],
      why: 'On purpose: ids come as texts where people and webhooks are added, and they may here (apidocs.officient.io/reference, 2026-11).',
    },
    {
      operation: anyone,
      path: '$.data*',
      differs: 'type',
      received: 'boolean',
      in: ['flags-as-booleans'],
      why: 'On purpose: a flag that comes as a boolean says the same as 0 and 1.',
    },
  ],
} satisfies VendorRules;
