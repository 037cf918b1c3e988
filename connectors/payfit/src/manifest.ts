import { defineManifest } from '@rollcall/core';

export const contractsScope = 'collaborators:contracts:read';

const fieldPaths = {
  id: 'person.id',
  employeeNumber: 'person.matricule',
  workEmail: 'person.emails.professional',
  personalEmail: 'person.emails.personal | person.emails.unknown',
  firstName: 'person.firstName',
  lastName: 'person.lastName',
  status: 'person.contracts[]',
  employmentType: 'contracts[].natureContratDsn, contracts[].isFullTime',
  employmentTypeLabel: 'contracts[].natureContratDsn',
  startDate: 'person.contracts[].startDate',
  terminationDate: 'person.terminationDate | person.contracts[].endDate',
  jobTitle: 'contracts[].jobName',
  team: 'person.teamName',
  legalEntity: 'company.id, company.name',
  managerId: 'person.managerId',
  phone: 'person.phoneNumbers.phoneNumber',
  bankAccount: 'person.iban, person.bic',
} as const;

const ofEverybody = ['employeeNumber', 'workEmail', 'personalEmail', 'firstName', 'lastName'] as const;

export const manifest = defineManifest({
  slug: 'payfit',
  name: 'PayFit',
  category: 'payroll',
  docsUrl: 'https://developers.payfit.io/docs/authentication-via-api-key',
  api: { version: 'Partner API 1.0', checked: '2026-11-22' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    apiKey: {
      label: 'API key',
      help: 'Shown once, when it is created under Integrations > API. Partners of PayFit enter the access token of the company here.',
      example: 'fictional-payfit-key-0c4be17d',
      pattern: '[^\\s]+',
      secret: true,
    },
  },
  baseUrl: 'https://partner-api.payfit.com',
  hosts: ['partner-api.payfit.com', 'oauth.payfit.com'],
  endpoints: {
    reads: [
      'POST /introspect',
      'GET /companies/{companyId}',
      'GET /companies/{companyId}/collaborators',
      'GET /companies/{companyId}/collaborators/{collaboratorId}',
      'GET /companies/{companyId}/contracts',
      'GET /companies/{companyId}/contracts-fr',
    ],
  },
  limits: { concurrency: 4, windows: [{ requests: 50, perSeconds: 1 }], note: 'A 429 names no time and passes within a second.' },
  pageSize: 50,
  requests: '2 + ceil(n / 50) + ceil(m / 50), with m contracts (active, pending, and archived in the last year)',
  // What is left out here comes with no scope of its own: the company, and the last day with the person.
  permissions: [
    { name: 'collaborators:read', gives: ofEverybody, required: true },
    { name: contractsScope, gives: ['status', 'startDate'], required: true },
    { name: 'collaborators:management:read', gives: ['managerId', 'team'] },
    { name: 'collaborators:personal:read', gives: ['phone'] },
    { name: 'collaborators:bank-info:read', gives: ['bankAccount'] },
    { name: 'contracts:read', gives: ['jobTitle', 'employmentTypeLabel'] },
    { name: 'contracts:time-information:read', gives: ['employmentType'] },
  ],
  fields: Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[],
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'Log in to PayFit as an administrator of the company and open Integrations > API (https://app.payfit.com/integrations/hub/api). A key opens exactly one company: for several companies repeat all steps in each and make a connection for each.',
    'Press "Create a key" and give it a label. Tick the read scopes collaborators:read, collaborators:contracts:read, collaborators:management:read, collaborators:personal:read, contracts:read and contracts:time-information:read; for bank accounts collaborators:bank-info:read too. Tick no write scope. Without collaborators:contracts:read nobody can be told to be working or to have left, and the connection is refused; what any other scope gives is missing from every answer without a word. Create the key and copy it at once: it is shown only now.',
    'Enter the key here; the company is found by it. Scopes cannot be added later: for another scope create a new key and enter that.',
  ],
  credentialsStep: 2,
});
