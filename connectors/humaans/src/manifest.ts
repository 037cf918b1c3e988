import { defineManifest, secretField } from '@rollcall/core';

const person = { id: 'person.id', employeeNumber: 'person.employeeId', status: 'person.status' } as const;
const names = { firstName: 'person.firstName', lastName: 'person.lastName', preferredName: 'person.preferredName' } as const;
const emails = { workEmail: 'person.email', personalEmail: 'person.personalEmail' } as const;
const phones = { phone: 'person.formattedPhoneNumber | person.phoneNumber' } as const;
const type = { employmentType: 'person.contractType', employmentTypeLabel: 'person.contractType' } as const;
const days = { startDate: 'person.employmentStartDate', terminationDate: 'person.employmentEndDate' } as const;
const role = { jobTitle: 'roles.jobTitle | roles.name', department: 'roles.department', managerId: 'roles.reportingTo' } as const;
const company = { legalEntity: 'person.companyId, companies.name', team: 'person.teams.0.name' } as const;
const place = { workLocation: 'person.locationId, locations.label | locations.name' } as const;
const extras = { bankAccount: 'bankAccounts.accountNumber', customFields: 'values.value' } as const;
const times = { updatedAt: 'person.updatedAt, roles.updatedAt' } as const;

const peopleReads = ['GET /people', 'GET /people/{id}', 'GET /job-roles', 'GET /bank-accounts', 'GET /custom-values'] as const;
const nameReads = ['GET /locations', 'GET /companies', 'GET /custom-fields'] as const;

export const manifest = defineManifest({
  slug: 'humaans',
  name: 'Humaans',
  docsUrl: 'https://docs.humaans.io/api/',
  api: { version: 'unversioned', checked: '2026-11-22' },
  config: { token: secretField('API access token', 'Shown once, when it is generated.', 'k7Q2fictionalTokenOfNobody0Xw4Lm') },
  baseUrl: 'https://app.humaans.io/api',
  hosts: ['app.humaans.io'],
  endpoints: { reads: [...peopleReads, ...nameReads] },
  limits: { concurrency: 4, note: 'Humaans publishes no number. Too much is answered with 429 and Retry-After.' },
  pageSize: 250,
  requests: 'ceil(n / 250) + ceil(job roles / 250) + ceil(custom values / 250) + 3; ceil(bank accounts / 250) when asked for',
  permissions: [
    { name: 'View public data (public:read)', gives: ['id', 'workEmail', 'firstName', 'lastName', 'status'], required: true },
    { name: 'View public and private data (private:read)', gives: ['personalEmail', 'terminationDate', 'bankAccount'] },
  ],
  capabilities: { get: true, changes: 'hint', webhook: true, push: false },
  fieldPaths: { ...person, ...names, ...emails, ...phones, ...type, ...days, ...role, ...company, ...place, ...extras, ...times },
  setup: [
    'Sign in to Humaans as an Owner or an Admin. A token never sees more than the person who made it: the token of an ordinary user sees that user alone.',
    'Click the arrows (in some accounts: the three dots) next to your name at the top left, choose "API access tokens", press "Generate new token" and give it a name.',
    'Tick "View public and private data" (the scopes public:read and private:read) and nothing that modifies data. With public data alone, people who have left or have not started are not shown, and leaving dates, private addresses and bank accounts are missing.',
    'Create the token, copy it, as it is shown only this once, and enter it here.',
    'Optional, to see changes at once: webhooks of Humaans are made through its API. Have a developer send POST https://app.humaans.io/api/webhooks, with a token that has the scope webhooks:manage, the address shown here and the events person.created and person.updated, and enter the signing secret of the webhook here.',
  ],
  credentialsStep: 4,
});
