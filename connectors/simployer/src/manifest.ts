import { defineManifest, secretField } from '@rollcall/core';

const person = { id: 'employee.id', employeeNumber: 'employee.employeeNumber', status: 'employee.active' } as const;
const names = { firstName: 'employee.firstName', lastName: 'employee.lastName', jobTitle: 'employee.title' } as const;
const emails = { workEmail: 'employee.workEmail', personalEmail: 'employee.privateEmail' } as const;
const type = { employmentType: 'employmentType.name', employmentTypeLabel: 'employmentType.name' } as const;
const days = { startDate: 'employee.hireDate | employment.startDate', terminationDate: 'employee.endDate' } as const;
const groups = { department: 'department.id, department.name', team: 'team.id, team.name' } as const;
const units = { division: 'employee.division', legalEntity: 'company.id, company.legalName | company.name' } as const;
const ties = { costCenter: 'costCenter.id, costCenter.code | costCenter.name', managerId: 'employee.managerEmployeeId' } as const;
// Offices have no country: that of the employment says where somebody works.
const land = 'employee.employmentCountry | employment.country';
const place = {
  workLocation: `office.id, office.name, ${land}, office.timezone`,
  phone: 'employee.workPhoneSanitized | employee.workPhone',
} as const;
const more = { bankAccount: 'employee.bankAccount', customFields: 'employee.custom', updatedAt: 'employee.updated' } as const;

const urls = { production: 'https://api.alexishr.com/v1', sandbox: 'https://api.sandbox.alexishr.com/v1' } as const;
const choice = { type: 'choice', choices: ['production', 'sandbox'], fallback: 'production', example: 'production' } as const;

export const manifest = defineManifest({
  slug: 'simployer',
  name: 'Simployer One',
  docsUrl: 'https://docs.alexishr.com',
  api: { version: 'v1-preview', checked: '2026-11-22' },
  config: {
    token: { ...secretField('Access token', 'Shown once, when it is created.', 'eyJhbGciOi.fictional.token'), pattern: '[!-~]+' },
    environment: { ...choice, label: 'Environment', help: 'Choose sandbox only for the test system, which has its own tokens.' },
  },
  baseUrl: { by: 'environment', urls },
  hosts: ['api.alexishr.com', 'api.sandbox.alexishr.com'],
  endpoints: { reads: ['GET /employee', 'GET /employee/{id}', 'GET /company', 'GET /team', 'GET /employment'] },
  limits: { concurrency: 2, note: 'Simployer publishes no number. Too much is answered with 429.' },
  pageSize: 100,
  requests: 'ceil(n / 100) + 2',
  permissions: [{ name: 'Access token of the type Public API, made by an Owner', gives: ['id', 'status'], required: true }],
  capabilities: { get: true, changes: 'hint', webhook: false, push: false },
  fieldPaths: { ...person, ...names, ...emails, ...type, ...days, ...groups, ...units, ...ties, ...place, ...more },
  setup: [
    'Make sure that you use Simployer One, formerly AlexisHR, where you sign in at https://app.alexishr.com. The older Simployer HRM is another product with another API and cannot be connected here.',
    'Sign in to https://app.alexishr.com as a user with the Owner permission, best as a service user: the token stops working when the user who made it is removed or is no longer an Owner.',
    'Open Settings > Access tokens (https://app.alexishr.com/access-tokens) and create a token: enter a name and a description and choose the type "Public API" ("All" works too, a token for provisioning does not).',
    'Save, copy the token at once, as it is shown only now, and enter it here. A token cannot be limited: it may read everything in the account. Bank accounts are kept only if they are used here.',
  ],
  credentialsStep: 4,
});
