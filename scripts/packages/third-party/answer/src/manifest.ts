import { defineManifest, secretField } from '@rollcall/core';

const fieldPaths = {
  id: 'id',
  employeeNumber: 'person_number',
  workEmail: 'work_email',
  firstName: 'first_name',
  lastName: 'last_name',
  status: 'state',
  startDate: 'hired_on',
  terminationDate: 'last_day',
  jobTitle: 'job_title',
  team: 'team.id, team.name',
  managerId: 'manager.id',
  updatedAt: 'updated_at',
} as const;

const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];

export const manifest = defineManifest({
  slug: 'larkspur-hr',
  name: 'Larkspur HR',
  docsUrl: 'https://docs.larkspur.example',
  api: { version: 'v2', checked: '2026-11-22' },
  config: { apiKey: secretField('API key', 'Under Settings > API: shown once.', 'lk-fictional-key-of-nobody') },
  baseUrl: 'https://api.larkspur.example',
  hosts: ['api.larkspur.example'],
  endpoints: { reads: ['GET /v2/people'] },
  limits: { concurrency: 2, windows: [{ requests: 300, perSeconds: 60 }] },
  pageSize: 200,
  requests: 'ceil(n / 200)',
  permissions: [
    { name: 'People: read', gives: fields.filter((field) => field !== 'workEmail'), required: true },
    { name: 'People: contact details', gives: ['workEmail'] },
  ],
  capabilities: { get: false, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'Sign in to Larkspur HR as an owner.',
    'Open Settings > API, press "New key", tick both people permissions and copy the key.',
  ],
  credentialsStep: 2,
});
