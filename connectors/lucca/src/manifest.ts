import { defineManifest } from '@rollcall/core';

const site = 'business-establishments.0';
const fieldPaths = {
  id: 'employee.id',
  employeeNumber: 'employee.employeeNumber',
  workEmail: 'employee.email',
  personalEmail: 'employee-personal-records.0.email',
  firstName: 'employee.givenName',
  lastName: 'employee.familyName',
  status: 'employee.status',
  employmentType: 'employment-templates.0.audience, employment-templates.0.term',
  employmentTypeLabel: 'employment-templates.0.title | employment-templates.0.name',
  startDate: 'employment.start.date',
  terminationDate: 'employment.end.date',
  jobTitle: 'position.jobTitle | job-qualifications.0.title | job-qualifications.0.name',
  department: 'position.department.id, departments.0.name',
  legalEntity: 'employment.legalEntity.id, legal-entities.0.legalName | legal-entities.0.name',
  workLocation: `position.businessEstablishment.id, ${site}.name, ${site}.address.countryCode, ${site}.timezoneId`,
  managerId: 'position.manager.id',
  phone: 'employee.phoneNumber',
  bankAccount: 'employee-personal-records.0.bankAccount',
  customFields: 'employee-attributes',
  updatedAt: 'employee.lastUpdatedAt, employment.lastUpdatedAt, position.lastUpdatedAt',
} as const;

const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];
const from = (part: string) => fields.filter((field) => fieldPaths[field].startsWith(part));
const permissions = [
  { name: 'employees.readonly, for all business establishments', gives: from('employee.'), required: true },
  { name: 'job-positions.readonly (departments.readonly, business-establishments.readonly for names)', gives: from('position.') },
  { name: 'employments.readonly (legal-entities.readonly for names)', gives: from('employment.') },
  { name: 'employment-templates.readonly', gives: from('employment-templates') },
  { name: 'employee-personal-records.readonly', gives: from('employee-personal-records') },
  { name: 'employee-attributes.readonly', gives: from('employee-attributes') },
] as const;
const organisation = ['departments', 'business-establishments', 'legal-entities'] as const;
const optional = ['employment-templates', 'job-qualifications', 'employee-personal-records'] as const;
const lists = ['employees', 'employees/{id}', 'employee-attributes', ...organisation, ...optional] as const;
const list = { type: 'list', optional: true } as const;

export const manifest = defineManifest({
  slug: 'lucca',
  name: 'Lucca',
  docsUrl: 'https://developers.lucca.fr/api-reference/latest/employees/get-employees',
  api: { version: '2024-11-01', checked: '2026-11-22' },
  config: {
    host: {
      label: 'Account address',
      help: 'The host name in the address bar when you are signed in to Lucca, without https:// and without anything behind it.',
      example: 'fernhollow.ilucca.net',
      pattern:
        '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.(?:ilucca(?:-test|-demo)?\\.(?:net|ch)|sandbox\\.(?:eu1|eu2|ch1)\\.luccasoftware\\.com)',
      tenant: true,
    },
    clientId: { label: 'Client ID', help: 'The client_id of the application.', example: '3f0c-fictional', pattern: '[^\\s]+' },
    clientSecret: { label: 'Client secret', help: 'Shown only once.', example: 'Qx7fictional0secret', secret: true },
    optionalScopes: {
      ...list,
      label: 'Optional scopes',
      help: 'The optional OAuth scopes that the application was granted. With one that it was not granted Lucca refuses the log-in.',
      example: optional.map((name) => `${name}.readonly`).join(', '),
      pattern: `(?:${optional.join('|')})\\.readonly`,
    },
    customFields: {
      ...list,
      label: 'Custom fields',
      help: 'Ids of the properties to read, such as e_badgeNumber. Needs the scope employee-attributes.readonly.',
      example: 'e_badgeNumber, e_languages',
      pattern: '\\w+(?:\\.\\w+)?',
    },
  },
  baseUrl: 'https://{host}',
  hosts: ['{host}', 'accounts.world.luccasoftware.com'],
  endpoints: { reads: lists.map((name) => `GET /lucca-api/${name}` as const), tokens: ['POST /connect/token'] },
  limits: { concurrency: 1, windows: [{ requests: 50, perSeconds: 60 }], note: 'All integrations of an account share these.' },
  pageSize: 100,
  requests: '4 + ceil(n / 100)',
  permissions,
  fields,
  capabilities: { get: true, changes: 'none', webhook: true, push: false },
  fieldPaths,
  setup: [
    'Sign in to Lucca as an administrator and open https://<your account>.ilucca.net/identity/admin/integration-keys. If the page is refused, ask for the right to manage integration keys.',
    'Declare a client application: enter a technical contact (a shared address: Lucca announces changes there) and a name.',
    'List these OAuth scopes: employees.readonly, employments.readonly, job-positions.readonly, departments.readonly, legal-entities.readonly, business-establishments.readonly. All six are needed: without one of them Lucca refuses the log-in. Optionally add employment-templates.readonly (types of contract), job-qualifications.readonly (job titles where a position has none of its own), employee-personal-records.readonly (private e-mail addresses and bank accounts) and employee-attributes.readonly (custom fields).',
    'List ALL business establishments for the application. People of an establishment that is not listed are missing without a word.',
    'Save, and copy the client_id and the client_secret: the secret is shown only this once. If it is lost, generate a new one here.',
    'Enter the address of the account, both values, and the optional scopes and custom fields that you granted.',
    'Optional, to see changes at once: have a webhook endpoint created (POST /lucca-api/webhook-endpoints with a token of the scope webhook-endpoints.readwrite): the address shown here as webhookUrl, apiVersion 2024-11-01, status active and the topics employee.created, employee.updated, employee.deleted, employment.created, employment.updated, employment.deleted, job-position.created, job-position.updated and job-position.deleted. Enter the secret of the answer here. Before it sends anything, Lucca asks the address with GET and ?echo=…, to be answered with that text.',
  ],
  credentialsStep: 5,
});
