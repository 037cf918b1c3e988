import { defineManifest } from '@rollcall/core';

const person = { id: 'id', employeeNumber: 'external_id', workEmail: 'work_email', personalEmail: 'personal_email' } as const;
const names = { firstName: 'personal_details.given_name', lastName: 'personal_details.surname' } as const;
const called = { preferredName: 'personal_details.preferred_name | full_preferred_name' } as const;
const days = { startDate: 'provisional_start_date', terminationDate: 'termination_date', updatedAt: 'updated_at' } as const;
const job = { status: 'status', employmentType: 'type', employmentTypeLabel: 'type', jobTitle: 'job_title' } as const;
const place = { department: 'department_id, department', workLocation: ', , country.alpha_2_code | country.code' } as const;
const manager = { managerId: 'manager_employment_id', managerEmail: 'manager_email' } as const;
const details = { phone: 'personal_details.mobile_number', bankAccount: 'bank_account_details[].iban' } as const;
const extras = { customFields: 'custom_field_values[]', costCenter: 'cost_center_allocations[].cost_center' } as const;
const fieldPaths = { ...person, ...names, ...called, ...job, ...days, ...place, ...manager, ...details, ...extras } as const;
const single = 'GET /v1/employments/{id}';

export const manifest = defineManifest({
  slug: 'remote',
  name: 'Remote',
  category: 'hris',
  docsUrl: 'https://developer.remote.com/reference/get_index_employment',
  api: { version: 'v1', checked: '2026-11-22' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    token: {
      label: 'API token',
      help: 'Under Company Settings > Integrations & APIs > Remote API, in the menu (three dots) of the token: Copy token.',
      example: 'ra_live_fictionalTokenOfNobody7Qm',
      pattern: '[^\\s]+',
      secret: true,
    },
    moreDetails: {
      type: 'boolean',
      label: 'Custom fields and cost centers',
      help: 'Reads both for each person, which takes three times as many requests. Leave it out if nobody uses them.',
      example: 'true',
      optional: true,
    },
  },
  baseUrl: 'https://gateway.remote.com',
  hosts: ['gateway.remote.com', 'gateway.remote-sandbox.com'],
  endpoints: { reads: ['GET /v1/employments', single, `${single}/custom-fields`, `${single}/cost-center-allocations`] },
  limits: {
    concurrency: 3,
    resetHeader: { name: 'x-ratelimit-reset', unit: 'milliseconds' },
    note: 'A window of 60 seconds for each company. Pages of the documentation name 300, 250 and 20 requests a minute, so the vendor is asked: a 429 pauses the whole read until its reset header says.',
  },
  pageSize: 100,
  requests: 'ceil(n / 100) + n; with custom fields and cost centers ceil(n / 100) + 3 n',
  permissions: [
    { name: 'Endpoint collections: Read Only (employment:read)', gives: ['id', 'status', 'startDate'], required: true },
    { name: 'Personal details that are not redacted', gives: ['preferredName', 'phone'] },
  ],
  fields: Object.keys(fieldPaths) as (keyof typeof fieldPaths)[],
  capabilities: { get: true, changes: 'none', webhook: true, push: false },
  fieldPaths,
  setup: [
    'Sign in to Remote as the owner of the company or as an administrator: nobody else can make a token. Open Company > Company Settings > Integrations & APIs (in older accounts: Workflows and Integrations > Integrations).',
    'Choose the card "Remote API" and press "Generate API token".',
    'Name the token and choose "Read Only" under Endpoint collections. Without it every request is refused as Forbidden. Accept the terms and generate the token.',
    'In the table of tokens open the three dots beside it, choose "Copy token" and enter the token here. One that begins with ra_test_ reads the sandbox of Remote, which has other people; for your company it begins with ra_live_.',
    'Switch custom fields and cost centers on only if you use them: each person then takes two more requests.',
    'If the platform asks for a webhook: Remote makes one by the request POST https://gateway.remote.com/v1/webhook-callbacks with a token that may write webhooks (webhook:write), with the address it shows you as "url" and ["employment.status.updated", "employment.updated", "employment.details.updated", "employment.work_email.updated", "employment.start_date.changed", "employment.onboarding.completed", "offboarding.completed", "contract.termination_date_reached", "custom_field.value_updated"] as "subscribed_events". Copy "signing_key" of the answer back into the platform: it is shown only this once.',
  ],
  credentialsStep: 4,
});
