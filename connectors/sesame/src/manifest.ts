import { defineManifest } from '@rollcall/core';

const fieldPaths = {
  id: 'employee.id',
  employeeNumber: 'employee.code',
  workEmail: 'employee.email',
  personalEmail: 'employee.personalMail',
  firstName: 'employee.firstName',
  lastName: 'employee.lastName',
  status: 'employee.status | listedAs',
  employmentType: 'contract.contractTypeName',
  employmentTypeLabel: 'contract.contractTypeName',
  startDate: 'contract.startAt | contract.startDate',
  terminationDate: 'contract.endAt | contract.endDate',
  jobTitle: 'employee.jobChargeName | contract.jobChargeName',
  department: 'department.id, department.name',
  legalEntity: 'employee.company.id, employee.company.name',
  workLocation: 'office.id, office.name',
  managerId: 'manager.id',
  phone: 'employee.workPhone | employee.phone',
  bankAccount: 'employee.accountNumber',
  customFields: 'employee.customFields',
  updatedAt: 'employee.updatedAt',
} as const;

const peopleReads = ['GET /core/v3/employees', 'GET /core/v3/employees/{id}', 'GET /contract/v1/contracts/{employeeId}'] as const;
const assignations = ['managers', 'department-assignations', 'office-assignations'] as const;
const chartRead = 'GET /core/v3/employee-profiles/organization-chart-managers/{employeeId}';

export const manifest = defineManifest({
  slug: 'sesame',
  name: 'Sesame HR',
  category: 'hris',
  docsUrl: 'https://apidocs.sesametime.com',
  api: { version: 'core/v3 and contract/v1', checked: '2026-11-22' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    token: {
      label: 'API token',
      help: 'Made under Settings > Integrations > API.',
      example: 'fictional-token-of-nobody',
      pattern: '\\S+',
      secret: true,
    },
    region: {
      label: 'API region',
      help: 'Shown on the page of the token; eu1 for most accounts.',
      example: 'eu1',
      pattern: '[a-z]{2,4}[0-9]{1,2}',
    },
    contracts: {
      type: 'choice',
      choices: ['read', 'skip'],
      fallback: 'read',
      label: 'Contracts',
      help: 'Start and end dates, one request a person. "skip" leaves them out: then nobody is seen to start later.',
      example: 'read',
    },
    managers: {
      type: 'choice',
      choices: ['approvers', 'org-chart'],
      fallback: 'approvers',
      label: 'Managers',
      help: 'Who approves time off, or who stands above in the organization chart (one request a person).',
      example: 'approvers',
    },
  },
  baseUrl: 'https://api-{region}.sesametime.com',
  hosts: ['api-{region}.sesametime.com'],
  endpoints: { reads: [...peopleReads, ...assignations.map((list) => `GET /core/v3/employee-${list}` as const), chartRead] },
  limits: { concurrency: 5, windows: [{ requests: 1000, perSeconds: 60 }], note: 'All tokens of a company share these.' },
  pageSize: 100,
  requests: 'ceil(active / 100) + ceil(inactive / 100) + pages of approvers, departments and offices + n (org chart: + n)',
  permissions: [
    { name: 'API token (the whole company)', gives: ['id'], required: true },
    { name: 'Contracts (or choose "skip")', gives: ['startDate', 'terminationDate'] },
    { name: 'Employee managers', gives: ['managerId'] },
    { name: 'Departments', gives: ['department'] },
    { name: 'Offices', gives: ['workLocation'] },
  ],
  fields: Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[],
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'Sign in to Sesame (https://app.sesametime.com) as an administrator.',
    'Open Settings > Integrations > API. If the entry is missing, the API add-on is not active: ask Sesame to activate it on your account (it can be used in the trial, too).',
    'Press "Create New Token" (in some accounts "Generate Token") and copy the token with the copy icon. It reads the whole company, bank accounts included, and is valid until it is deleted on this page.',
    'Note the API region shown there, such as eu1. With another region the token is refused.',
    'Enter the token and the region here.',
    'Choose where managers come from: who approves time off is read in a few requests; if you keep the organization chart up to date, choose org-chart.',
  ],
  credentialsStep: 3,
});
