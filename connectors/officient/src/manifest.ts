import { defineManifest, secretField, tenantField } from '@rollcall/core';

const person = { id: 'person.id', status: 'listed.archived, person.deleted, person.employment' } as const;
const names = { firstName: 'person.first_name | person.name', lastName: 'person.last_name | person.name' } as const;
const contact = { workEmail: 'person.email', personalEmail: 'person.personal_email', phone: 'person.phone' } as const;
const firstDay = { startDate: 'person.employment.first_employment_date' } as const;
const lastDay = { terminationDate: 'person.employment.last_employment_date' } as const;
const role = { jobTitle: 'person.current_role.name | listed.role_name', customFields: 'person.custom_fields' } as const;
const ties = { team: 'person.team.id, person.team.name', managerId: 'person.current_reports_to.person_id' } as const;
const payroll = { employeeNumber: 'person.linked_payroll_employee_number', bankAccount: 'person.bank_account_iban' } as const;

const refreshToken = secretField('Refresh token', 'If you have one already; else the approval brings it.', 'fictional0token');
const accessToken = secretField('Temporary access token', 'For a quick test only: it works for one hour.', 'fictional0access');
const note = 'Officient documents no limit. Its answer to too much, as a public client quotes it, is "Max 30 per 5 seconds".';
const oauth = { authorizeUrl: 'https://app.officient.io/authorize', tokenUrl: 'https://api.officient.io/1.0/token' } as const;
const reads = ['GET /1.0/people/list', 'GET /1.0/people/{person_id}/detail', 'GET /1.0/people/change_history'] as const;

export const manifest = defineManifest({
  slug: 'officient',
  name: 'Officient',
  docsUrl: 'https://apidocs.officient.io',
  api: { version: '1.0', checked: '2026-11-22' },
  config: {
    clientId: tenantField('Client ID', 'Shown with your app under your avatar > Developers.', '504990'),
    clientSecret: secretField('Client secret', 'Shown beside the Client ID.', 'fictional0clientSecret0of0nobody'),
    refreshToken: { ...refreshToken, optional: true },
    accessToken: { ...accessToken, optional: true },
  },
  baseUrl: 'https://api.officient.io',
  hosts: ['api.officient.io'],
  endpoints: { reads, tokens: ['POST /1.0/token'] },
  limits: { concurrency: 3, windows: [{ requests: 30, perSeconds: 5 }], note },
  pageSize: 30,
  requests: '1 + ceil(n / 30) + n',
  permissions: [
    { name: 'Read access to basics', gives: ['id', 'firstName', 'lastName', 'workEmail', 'jobTitle', 'status'], required: true },
    { name: 'Read access to basics: employment dates', gives: ['startDate', 'terminationDate'] },
    { name: 'Read access to basics: personal data', gives: ['personalEmail', 'phone', 'employeeNumber', 'bankAccount'] },
  ],
  capabilities: { get: 'hint', changes: 'hint', webhook: false, push: false },
  authorization: { ...oauth, scopes: [], pkce: false },
  fieldPaths: { ...person, ...names, ...contact, ...firstDay, ...lastDay, ...role, ...ties, ...payroll },
  setup: [
    'Log in to Officient as an administrator, click your avatar at the top right and choose Developers (https://app.officient.io/developer).',
    'Press "Register a new app", give the app a name and save. An app that you register connects your own account; to connect other accounts with it, ask Officient by chat or e-mail to verify it.',
    'Copy the Client ID and the Client secret of the app and enter both here.',
    'Press Edit on the app. Under "Basic Info" enter the address shown here as redirect URI. Under "Permissions" tick read access to the basics, and nothing else: no write access, no wages, no calendar. Without read access Officient refuses to show people or their details, and nothing can be read. Save.',
    'Start the connection here: you are led to Officient. Log in there as an administrator and approve the app. The approval stays good until it is withdrawn or the app is deleted.',
    'For a quick test instead, press the button for a temporary access token on the page of step 1 and enter the token here. It works for one hour: remove it afterwards, and approve the app as in step 5.',
    'There is nothing to set up for webhooks: Officient does not sign them, so anybody could send one. Changes are found when people are read again.',
  ],
  credentialsStep: 3,
});
