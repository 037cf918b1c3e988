import { defineManifest, secretField, tenantField } from '@rollcall/core';

const memberReads = ['GET /api/v1/team_members', 'GET /api/v1/team_members/{id}', 'GET /api/v1/bank_accounts'] as const;
const nameReads = ['GET /api/v1/teams', 'GET /api/v1/offices', 'GET /api/v1/company'] as const;

export const manifest = defineManifest({
  slug: 'charliehr',
  name: 'Charlie HR',
  docsUrl: 'https://www.charliehr.com/api_docs/',
  api: { version: 'v1', checked: '2026-11-22' },
  config: {
    clientId: tenantField('Client ID', 'Under Company > Integrations > API keys.', 'f3a9c07fictionalclientid51', '[^\\s:"]+'),
    clientSecret: { ...secretField('Client Secret', 'Shown only once.', '77be0fictionalsecretofnobody90'), pattern: '[^\\s"]+' },
  },
  baseUrl: 'https://charliehr.com',
  hosts: ['charliehr.com', 'www.charliehr.com'],
  endpoints: { reads: [...memberReads, ...nameReads] },
  limits: { concurrency: 2, note: 'Charlie publishes no number. A 429 pauses the whole read.' },
  pageSize: 25,
  requests: 'ceil(n / 25) + ceil(teams / 25) + ceil(offices / 25) + 1; ceil(bank accounts / 25) when asked for',
  permissions: [{ name: 'API keys of the company', gives: ['id'], required: true }],
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  fieldPaths: {
    id: 'member.id',
    workEmail: 'member.work_email | member.email',
    personalEmail: 'member.personal_email',
    firstName: 'member.first_name',
    lastName: 'member.last_name',
    preferredName: 'member.display_name',
    status: 'member.leaving_date',
    employmentType: 'member.employment_status',
    employmentTypeLabel: 'member.employment_status',
    startDate: 'member.start_date',
    terminationDate: 'member.leaving_date | member.leave_date | member.end_date',
    jobTitle: 'member.job_title | member.position',
    team: 'member.teams.0',
    legalEntity: 'company.id, company.name',
    workLocation: 'member.office',
    managerId: 'member.manager.id',
    phone: 'member.phone_number | member.phone',
    bankAccount: 'bankAccounts.account_number',
  },
  setup: [
    'Sign in at https://app.charliehr.com as an Admin or a Super Admin, choose Company > Integrations in the side menu and open the tab "API keys".',
    'If there are keys already, do not reset them: a company has one pair, and a reset disconnects every integration that uses it. Ask whoever keeps the pair for it and enter it here.',
    'Otherwise press "Generate keys" and confirm that you are ready to save them. Copy the Client ID and the Client Secret, as the secret is shown only this once, and enter both here.',
    'When somebody who left is reactivated in Charlie, make sure that the old leaving date is removed from the profile: as long as it stands there, the person counts as having left.',
  ],
  credentialsStep: 3,
});
