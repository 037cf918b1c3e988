import { defineManifest } from '@rollcall/core';

const fieldPaths = {
  id: 'person.id',
  status: 'the list: employees or terminated-employees',
  terminationDate: 'termination_date of terminated-employees',
  employeeNumber: 'person.employee_number',
  workEmail: 'person.email',
  personalEmail: 'person.email',
  firstName: 'person.first_name',
  lastName: 'person.last_name',
  employmentType: 'person.employment_status',
  employmentTypeLabel: 'person.employment_status',
  startDate: 'person.employment_start_date',
  jobTitle: 'person.position',
  team: 'person.team_id, person.team',
  managerId: 'person.reports_to_employee_id',
  phone: 'person.work_phone | person.mobile_phone',
  customFields: 'custom-fields: label, value',
} as const;

const activeReads = ['GET /employees', 'GET /employees/{id}', 'GET /employees/{id}/custom-fields'] as const;
const terminatedReads = ['GET /terminated-employees', 'GET /terminated-employees/{id}'] as const;
const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];

export const manifest = defineManifest({
  slug: 'sage-hr',
  name: 'Sage HR',
  docsUrl: 'https://developer.sage.com/hr',
  api: { version: 'v1.0', checked: '2026-11-22' },
  config: {
    subdomain: {
      type: 'subdomain',
      domain: 'sage.hr',
      label: 'Subdomain',
      help: 'The part before ".sage.hr" in the address of your Sage HR.',
      example: 'tidewell',
      tenant: true,
    },
    apiKey: {
      label: 'API key',
      help: 'Shown under your name > Settings > Integrations > API, once API access is enabled.',
      example: 'b41fictional0key0of0nobody07d2',
      pattern: '[^\\s]+',
      secret: true,
    },
    customFields: {
      type: 'list',
      label: 'Custom fields',
      help: 'Labels of the custom fields to read, as they stand in the employee profile. Each active employee then takes one more request: leave it empty if you need none.',
      example: 'Badge number, Languages',
      optional: true,
    },
  },
  baseUrl: 'https://{subdomain}.sage.hr/api',
  hosts: ['{subdomain}.sage.hr'],
  endpoints: { reads: [...activeReads, ...terminatedReads] },
  limits: { concurrency: 2, note: 'Sage HR publishes no limit. A 429, or a 403 with a web page, pauses the whole read.' },
  pageSize: 50,
  requests: 'max(1, ceil(active / 50)) + max(1, ceil(terminated / 50)); with custom fields one more for each active employee',
  permissions: [
    { name: 'Admin rights of the user whose API key it is', gives: fields.slice(0, 3), required: true },
    { name: 'All API-enabled data of that user', gives: fields.slice(3) },
  ],
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'In Sage HR add a user of its own for the integration and give it the access level Administrator. The API key belongs to a user: it stops working when that user is terminated or loses the administrator rights.',
    'Sign in as that user at https://<your subdomain>.sage.hr, click the name in the top right corner and choose Settings, then Integrations, then API.',
    'Press "Enable API access". While it is off every request is refused. If it is on already, leave it on: switching it off and on again makes new keys for all users, and every other integration stops.',
    'Copy the API key that is shown for your user and enter it here, with the subdomain: the part before ".sage.hr" in the address. There are no boxes to tick: the key reads everything that the API offers. Sage HR has no webhooks; changes are found when employees are read again.',
  ],
  credentialsStep: 4,
});
