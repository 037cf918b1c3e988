import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: 'POST /introspect',
      path: 'path',
      differs: 'undeclared path',
      why: 'The document holds the Partner API alone; the log-in is described on its own page (developers.payfit.io, 2026-11).',
    },
    {
      operation: 'GET /companies/{companyId}/*',
      path: 'query includeInProgressContracts',
      differs: 'undeclared query parameter',
      why: 'The document is of 2024-04, the parameter came later (public clients of 2025 and 2026; SOURCE.txt beside the document).',
    },
    {
      operation: 'GET /companies/*',
      path: '$.code',
      differs: 'undeclared member',
      why: 'The schema of errors forbids it and the document’s own examples of errors have it (partner-api-1.0, responses 403 and 404).',
    },
    {
      operation: 'GET /companies/{companyId}/collaborators*',
      path: '$*emails[].type',
      differs: 'value',
      why: 'On purpose: the types are compared without case.',
    },
    {
      operation: 'GET /companies/{companyId}/collaborators 200',
      path: '$.collaborators[].contracts*',
      differs: 'value',
      in: ['lifecycle'],
      why: 'On purpose: a status of contracts that nobody documents must do no harm.',
    },
    {
      operation: 'GET /companies/{companyId}/collaborators 200',
      path: '$.collaborators[].contracts*',
      differs: 'missing',
      in: ['lifecycle'],
      why: 'On purpose: a contract without its status counts by its days.',
    },
    {
      operation: 'GET /companies/{companyId}/collaborators 200',
      path: '$.collaborators[].contracts',
      differs: 'type',
      received: 'null',
      in: ['lifecycle'],
      why: 'Members whose scope is missing come as null or not at all (developers.payfit.io, scopes, 2026-11).',
    },
    {
      operation: 'GET /companies/{companyId}/contracts-fr 200',
      path: '$.contracts[].natureContratDsn',
      differs: 'type',
      in: ['french'],
      why: 'On purpose: a code that comes as a number is the same code.',
    },
    {
      operation: 'GET /companies/{companyId}/contracts-fr 200',
      path: '$.contracts[].natureContratDsn',
      differs: 'value',
      in: ['french'],
      why: 'On purpose: a code that comes as a number is the same code.',
    },
  ],
} satisfies VendorRules;
