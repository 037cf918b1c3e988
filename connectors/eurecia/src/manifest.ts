import { defineManifest } from '@rollcall/core';

const fieldPaths = {
  id: 'user.id',
  employeeNumber: 'user.refNumber',
  workEmail: 'user.email',
  personalEmail: 'user.personalEmail',
  firstName: 'user.firstName',
  lastName: 'user.lastName',
  status: 'user.archived, user.departureDate',
  employmentType: 'user.workContract',
  employmentTypeLabel: 'user.workContract',
  startDate: 'user.hiringDate | user.entryDate',
  terminationDate: 'user.departureDate',
  jobTitle: 'user.jobTitle',
  department: 'user.department',
  workLocation: 'user.structure',
  legalEntity: 'company.id, company.descr',
  managerId: 'user.userDirectManagers',
  phone: 'user.phones',
  customFields: 'user.additionalField1 to user.additionalField3',
  updatedAt: 'user.dateUpdate',
} as const;

const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];
const ofList = ['id', 'workEmail', 'firstName', 'lastName', 'jobTitle', 'department', 'workLocation', 'legalEntity'] as const;
/** What only the sheet of a user says. */
export const ofSheets = fields.filter((field) => !ofList.some((listed) => listed === field));

export const manifest = defineManifest({
  slug: 'eurecia',
  name: 'Eurécia',
  category: 'hris',
  docsUrl: 'https://api.eurecia.com/eurecia/fw/swagger/index.html',
  api: { version: 'REST v4', checked: '2026-11-22' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    token: {
      label: 'API token',
      help: 'Generated on the sheet of the user for the integration, tab Administration ("Accéder à l\'API Eurécia").',
      example: 'fictional-eurecia-token-7d1e0b',
      pattern: '[^\\s]+',
      secret: true,
    },
    host: {
      label: 'Host',
      help: 'Only where Eurécia named you another host than api.eurecia.com: the part before .eurecia.com.',
      example: 'demo',
      pattern: '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?',
      optional: true,
    },
  },
  baseUrl: 'https://api.eurecia.com',
  hosts: ['api.eurecia.com', '{host}.eurecia.com'],
  endpoints: {
    reads: [
      'GET /eurecia/rest/v4/users',
      'GET /eurecia/rest/v4/users/{id}',
      'GET /eurecia/rest/v4/departments',
      'GET /eurecia/rest/v4/structures',
      'GET /eurecia/rest/v4/companies',
    ],
    tokens: ['GET /eurecia/rest/v1/Auth'],
  },
  limits: { concurrency: 4, note: 'Eurécia publishes no limits: at most four sheets are read at once.' },
  pageSize: 50,
  requests: '4 + ceil(n / 50) + n',
  permissions: [
    { name: 'Administrator or HR profile that reaches every company and structure', gives: ofList, required: true },
    { name: 'The same profile: employee sheets', gives: ofSheets },
  ],
  fields,
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'In Eurécia create a user for the integration and give it an administrator or HR profile that reaches every company and structure to be read. The API sees what this user sees: people and fields out of reach are missing without a word. A token of a person stops working when that person leaves or their access ends.',
    'Open the employee sheet of this user, tab Administration ("Admin" in English).',
    'Generate an API token ("Accéder à l\'API Eurécia") and copy it. In companies that have one, the key under Admin area > General settings > Companies > Settings > API (web-services) may be taken instead.',
    'Enter the token here. Leave the host empty unless Eurécia named you another one than api.eurecia.com.',
  ],
  credentialsStep: 3,
});
