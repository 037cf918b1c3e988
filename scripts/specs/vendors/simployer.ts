import type { VendorRules } from './vendor-rules.ts';

export default {
  allowed: [
    {
      operation: 'GET /v1/employee*',
      path: '$.relations.employment[].country',
      differs: 'value',
      why: 'Norway is NO; the document that was carried over writes "false" for it, as YAML reads a bare NO (openapi.yaml, EmploymentResponse.country).',
    },
    {
      operation: 'GET /v1/employ*',
      path: '$.data[].*',
      differs: 'missing',
      in: ['lifecycle', 'sparse', 'names-not-asked-for', 'sandbox-environment', 'changes'],
      why: 'With `select` only the members that it names are sent (docs.alexishr.com, Get Many Employees); in lifecycle one person is without `active` on purpose.',
    },
    {
      operation: 'GET /v1/employee 200',
      path: '$.total',
      differs: 'missing',
      in: ['without-total'],
      why: 'On purpose: without a total only an empty page is the last.',
    },
  ],
} satisfies VendorRules;
