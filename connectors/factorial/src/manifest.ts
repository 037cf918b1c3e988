import { defineManifest } from '@rollcall/core';

/** The dated version is part of every path. Older ones write ids as numbers, beyond 2^53 on new clusters (changelog, 2026-07). */
export const resources = '/api/2026-07-01/resources';

const fieldPaths = {
  id: 'employee.id',
  employeeNumber: 'employee.company_identifier',
  // The reference calls `email` personal, and yet it is the address of the profile; `login_email` is the session's.
  workEmail: 'employee.email | employee.login_email',
  personalEmail: 'employee.personal_email',
  firstName: 'employee.first_name',
  lastName: 'employee.last_name',
  preferredName: 'employee.preferred_name',
  status: 'employee.active',
  startDate: 'contract.starts_on',
  terminationDate: 'employee.terminated_on',
  jobTitle: 'contract.job_title',
  team: 'team.id, team.name',
  legalEntity: 'employee.legal_entity_id, legalEntity.legal_name',
  costCenter: 'share.cost_center_id, costCenter.name',
  workLocation: 'employee.location_id, location.name, location.country, location.timezone',
  managerId: 'employee.manager_id',
  phone: 'employee.phone_number',
  bankAccount: 'employee.bank_number',
  customFields: 'custom_fields/values',
  updatedAt: 'employee.updated_at',
} as const;

const people = ['employees/employees', 'employees/employees/{id}', 'contracts/contract_versions'] as const;
const groups = ['teams/teams', 'locations/locations', 'companies/legal_entities', 'finance/cost_centers'] as const;
const more = ['finance/cost_center_memberships', 'custom_fields/fields', 'custom_fields/values'] as const;

export const manifest = defineManifest({
  slug: 'factorial',
  name: 'Factorial',
  category: 'hris',
  docsUrl: 'https://apidoc.factorialhr.com/docs/api-keys',
  api: { version: '2026-07-01', checked: '2026-11-22' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    apiKey: {
      label: 'API key',
      help: 'Shown once, when the key is created under Settings > Advanced configuration > API Keys.',
      example: 'fictional-head.fictional-body.fictional-signature',
      pattern: '\\S+',
      secret: true,
    },
  },
  baseUrl: 'https://api.factorialhr.com',
  hosts: ['api.factorialhr.com'],
  endpoints: { reads: [...people, ...groups, ...more].map((list) => `GET ${resources}/${list}` as const) },
  limits: { concurrency: 4, note: 'Factorial publishes no limit for these reads. A 429 pauses the whole read.' },
  pageSize: 100,
  requests: 'ceil(n / 100) + ceil(contract versions / 100) + ceil(cost center shares / 100) + ceil(custom values / 100) + 5',
  permissions: [
    { name: 'API key (full access)', gives: ['id'], required: true },
    { name: 'Contracts', gives: ['startDate', 'jobTitle'], required: true },
    { name: 'Teams', gives: ['team'] },
    { name: 'Finance: cost centers', gives: ['costCenter'] },
    { name: 'Custom fields', gives: ['customFields'] },
  ],
  fields: Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[],
  capabilities: { get: true, changes: 'hint', webhook: true, push: false },
  fieldPaths,
  setup: [
    'Sign in to Factorial (https://app.factorialhr.com) as an administrator.',
    'Open Settings > Advanced configuration > API Keys (https://app.factorialhr.com/settings/api-keys).',
    'Press "New API Key", give it a name, press "Get my API key" and copy the key at once: it is shown only now. The key can read everything in Factorial, pay and bank data included, cannot be narrowed and never expires: keep it secret, and delete it on this page when the connection ends.',
    'Enter the key here. Nothing else is needed, no company id and no subdomain.',
    'Optional, to see changes at once: create webhook subscriptions with the API of Factorial (POST /api/2026-07-01/resources/api_public/webhook_subscriptions), one for each of the types employees/employee/create_with_contract, employees/employee/update, employees/employee/terminate, employees/employee/unterminate, contracts/contract_version/create, contracts/contract_version/update and contracts/contract_version/delete, with the address shown here as target_url, a long random text as challenge and api_version 2026-07-01. Enter the challenge here as the secret. Deliveries of a subscription without a challenge are refused here.',
  ],
  credentialsStep: 3,
});
