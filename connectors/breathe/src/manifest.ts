import { defineManifest } from '@rollcall/core';

const fieldPaths = {
  id: 'id',
  employeeNumber: 'employee_ref',
  workEmail: 'email',
  personalEmail: 'personal_email',
  firstName: 'first_name',
  lastName: 'last_name',
  preferredName: 'known_as',
  status: 'status',
  employmentType: 'full_or_part_time',
  employmentTypeLabel: 'full_or_part_time',
  startDate: 'company_join_date | join_date',
  terminationDate: 'leaving_date',
  jobTitle: 'job_title',
  department: 'department.id, department.name',
  division: 'division.id, division.name',
  workLocation: 'location.id, location.name',
  managerId: 'line_manager.id',
  phone: 'work_mobile | ddi',
  bankAccount: 'sort_code, account_number',
  customFields: 'custom_fields',
  updatedAt: 'updated_at',
} as const;

const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];

export const manifest = defineManifest({
  slug: 'breathe',
  name: 'Breathe',
  category: 'hris',
  docsUrl: 'https://developer.breathehr.com/documentation',
  api: { version: 'v1', checked: '2026-11-22' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    apiKey: {
      label: 'API key',
      help: 'Under Configure > Settings > Integrations > API Setup: the key that begins with prod-.',
      example: 'prod-fictionalKeyOfNobody7Qm0Xw',
      pattern: '[^\\s]+',
      secret: true,
    },
  },
  baseUrl: 'https://api.breathehr.com',
  hosts: ['api.breathehr.com', 'api.sandbox.breathehr.info'],
  endpoints: { reads: ['GET /v1/employees', 'GET /v1/employees/{id}'] },
  limits: {
    concurrency: 2,
    windows: [{ requests: 60, perSeconds: 60 }],
    note: 'Sixty requests in sixty seconds for each customer, all its integrations together. A 429 does not say when to come back.',
  },
  pageSize: 100,
  requests: 'ceil(n / 100)',
  permissions: [{ name: 'Enable API (keys have no scopes)', gives: fields, required: true }],
  fields,
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'Sign in to Breathe as an Admin of the account: nobody else can make the key.',
    'Open Configure > Settings > Integrations > API Setup and press "Enable API". Until that is done every request is refused.',
    'Copy the key that begins with "prod-". The one that begins with "sandbox-" belongs to the test system and shows other people. A new key made on this page ends the old one at once, for every integration that uses it.',
    'Know what the key opens: it has no scopes and reads everything, pay, national insurance numbers and sickness too. Of these nothing is kept here.',
    'Enter the key here. Breathe sends no webhooks: people are read at regular intervals.',
    'Look at the work e-mail addresses: Breathe demands one for everybody, so people without a mailbox of the company may carry a private or an invented one there.',
  ],
  credentialsStep: 3,
});
