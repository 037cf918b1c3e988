import { defineManifest, secretField } from '@rollcall/core';

const person = { id: 'employee.employeeId', employeeNumber: 'employee.employmentNumber', phone: 'employee.workPhone' } as const;
const names = { firstName: 'employee.firstName', lastName: 'employee.lastName', jobTitle: 'title.name' } as const;
const emails = { workEmail: 'employee.companyEmail', personalEmail: 'employee.privateEmail' } as const;
const type = { employmentType: 'employee.employmentType', employmentTypeLabel: 'employee.employmentType' } as const;
const days = { startDate: 'employee.dateOfJoining', terminationDate: 'employee.lastDayOfEmployment' } as const;
const state = { status: 'employee.employmentStatus', updatedAt: 'employee.lastUpdated' } as const;
const groups = { department: 'department.id, department.name', team: 'team.id, team.name' } as const;
const areas = { division: 'businessArea.id, businessArea.name', legalEntity: 'legalEntity.id, legalEntity.name' } as const;
const costs = { costCenter: 'costCenter.id, costCenter.code | costCenter.name' } as const;
// The country of a place is free text.
const place = { workLocation: 'location.id, location.name, location.country', managerId: 'employee.managerEmployeeId' } as const;
const more = { bankAccount: 'employee.iban | employee.accountNumber', customFields: 'employee.customFieldsData' } as const;

const employment = ['status', 'startDate', 'terminationDate', 'employmentType', 'employmentTypeLabel'] as const;
/** What the lists of `GET /Company` name. */
export const units = ['jobTitle', 'department', 'division', 'team', 'workLocation', 'legalEntity', 'costCenter'] as const;

const token = secretField('Access token', 'Shown once, when it is generated under Access tokens.', 'fictional0token0of0nobody');
const system = { type: 'choice', choices: ['haileyhr.app', 'demo.haileyhr.app'], fallback: 'haileyhr.app' } as const;
const urls = { 'haileyhr.app': 'https://api.haileyhr.app', 'demo.haileyhr.app': 'https://api.demo.haileyhr.app' } as const;

export const manifest = defineManifest({
  slug: 'hailey-hr',
  name: 'Hailey HR',
  docsUrl: 'https://api.haileyhr.app/docs/',
  api: { version: 'v1', checked: '2026-11-22' },
  config: {
    token: { ...token, pattern: '[!-~]+' },
    environment: { ...system, label: 'Environment', help: 'The demo system has tokens of its own.', example: 'haileyhr.app' },
  },
  baseUrl: { by: 'environment', urls },
  hosts: ['api.haileyhr.app', 'api.demo.haileyhr.app'],
  endpoints: { reads: ['GET /Employees', 'GET /Employees/{employeeId}', 'GET /Company'] },
  limits: { concurrency: 2, note: 'Hailey publishes no number. Everybody comes in one heavy answer.' },
  pageSize: null,
  requests: '2',
  permissions: [
    { name: 'Rights that cover every employee, of the user who made the access token', gives: ['id'], required: true },
    { name: 'Rights to see: Job data, Employment', gives: employment },
    { name: 'Rights to see: Job data, General', gives: ['workEmail', 'phone', 'employeeNumber'] },
    { name: 'Rights to see: Organizational belonging', gives: ['managerId', ...units] },
    { name: 'Rights to see: Personal, General', gives: ['firstName', 'lastName'] },
    { name: 'Rights to see: Personal, Contact information', gives: ['personalEmail'] },
    { name: 'Rights to see: Compensation, Bank details', gives: ['bankAccount'] },
    { name: 'Rights to see: Custom fields', gives: ['customFields'] },
  ],
  capabilities: { get: 'hint', changes: 'none', webhook: false, push: false },
  fieldPaths: { ...person, ...names, ...emails, ...type, ...days, ...state, ...groups, ...areas, ...costs, ...place, ...more },
  setup: [
    'Sign in to Hailey HR with an account whose rights cover every employee and all their data, best a service account made for this purpose. A token shows what its maker may see, and Hailey does not say what is left out: people whom the account may not see are missing, fields that it may not see are empty. To make tokens the account needs the right "View & edit - Integrations", which administrators have.',
    'Click the profile picture or the initials in the bottom left corner and choose "Access tokens".',
    'Click "Generate new key", give it a name and generate it. Copy the token at once, as it is shown only now, and enter it here. Choose the environment haileyhr.app for your company; demo.haileyhr.app is the demo system, which has people and tokens of its own.',
    'Note the date: a token is valid for one year. Hailey reminds the administrators by e-mail one week and one day before it ends. Make a new token then and enter it here; with an expired one nothing is read.',
    'There is nothing to set up for webhooks: Hailey does not sign them, so anybody could send one. Changes are found when people are read again.',
  ],
  credentialsStep: 3,
});
