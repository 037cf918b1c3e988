import { defineManifest, secretField, switchField, tenantField } from '@rollcall/core';

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const portalHelp = 'A token of any other portal is then refused: ids of people are unique inside one portal only.';
const columns = 'Under Settings > Integrations > API Access, once the app is authorized: the column';

const person = { id: 'person.id', employeeNumber: 'person.salaryIdentifier', workEmail: 'person.email' } as const;
const names = { firstName: 'person.firstName', lastName: 'person.lastName', phone: 'person.cellPhone | person.phone' } as const;
const standing = { status: 'employees, employees/deactivated', startDate: 'person.hiredDate | person.hiredFrom' } as const;
const end = { terminationDate: 'person.deactivationDate | person.dateTimeDeleted' } as const;
const manager = { managerId: 'detail.supervisorEmployeeId | supervisor.employeeId' } as const;
const detail = { jobTitle: 'detail.jobTitle', customFields: 'detail.custom_*.value' } as const;
const type = { employmentType: 'employeeType.name', employmentTypeLabel: 'employeeType.name' } as const;
// A department is a venue: where people work.
const site = 'department.id, department.name';
const places = { department: site, workLocation: site, team: 'employeeGroup.id, employeeGroup.name' } as const;
const extras = { bankAccount: 'person.bankAccount', updatedAt: 'person.dateTimeModified' } as const;
const ofEmployees = { ...person, ...names, ...standing, ...end, ...manager, ...detail } as const;
const given = Object.keys(ofEmployees) as readonly (keyof typeof ofEmployees)[];

// Less than Planday allows, whose page on limits is of two minds: other integrations of the portal share it.
const perSecond = { requests: 8, perSeconds: 1 } as const;
const perMinute = { requests: 450, perSeconds: 60 } as const;
const resetHeader = { name: 'x-ratelimit-reset', unit: 'seconds' } as const;
const note = 'Planday allows 20 requests a second (10 elsewhere on the page) and 750 a minute for each portal and all its apps.';
const lists = ['employees/deactivated', 'employees/supervisors', 'departments', 'employeegroups', 'employeetypes'] as const;
const people = ['GET /hr/v1.0/employees', 'GET /hr/v1.0/employees/{id}', 'GET /portal/v1.0/info'] as const;
const reads = [...people, ...lists.map((name) => `GET /hr/v1.0/${name}` as const)] as const;

export const manifest = defineManifest({
  slug: 'planday',
  name: 'Planday',
  category: 'scheduling',
  docsUrl: 'https://openapi.planday.com/api/hr',
  api: { version: 'HR API v1.0', checked: '2026-11-22' },
  config: {
    clientId: tenantField('App Id', `${columns} "App Id".`, '5d0f1c2e-7a41-4c0b-9e55-5f1c710aa1b2', guid),
    refreshToken: secretField('Token', `${columns} "Token".`, 'Vx0fictionalTokenOfNobody7Qm'),
    portalId: { ...tenantField('Portal number', portalHelp, '1022990', '\\d+'), optional: true },
    details: switchField('Job titles and custom fields', 'Takes one more request for each active employee.'),
  },
  baseUrl: 'https://openapi.planday.com',
  hosts: ['openapi.planday.com', 'id.planday.com'],
  endpoints: { reads, tokens: ['POST /connect/token'] },
  limits: { concurrency: 4, windows: [perSecond, perMinute], resetHeader, note },
  pageSize: 50,
  requests:
    '1 + ceil(active / 50) + ceil(deactivated / 50), and ceil(rows / 50) for each of departments, employee groups, employee types and supervisors; with job titles and custom fields 1 more for each active employee, with bank accounts 1 more',
  permissions: [
    { name: 'Employee: READ', gives: given, required: true },
    { name: 'Department: READ', gives: ['department', 'workLocation'] },
    { name: 'Employee group: READ', gives: ['team'] },
    { name: 'Employee type: READ', gives: ['employmentType', 'employmentTypeLabel'] },
    { name: 'Bank account: READ', gives: ['bankAccount'] },
  ],
  capabilities: { get: true, changes: 'hint', webhook: false, push: false },
  fieldPaths: { ...ofEmployees, ...type, ...places, ...extras },
  setup: [
    'Sign in to Planday as an Administrator with access to all departments, with an account that will stay. People of departments that this administrator cannot see are missing without a word, and once the account is deactivated every read is refused until another administrator authorizes the app again. The subscription must include the Open API (Plus, Pro or Enterprise).',
    'Open Settings > Integrations > API Access (only administrators see the page), press "Create app" at the top right and enter a name.',
    'Under Scopes tick READ for Employee, Department, Employee group and Employee type, and for Bank account only if bank details are used here. Without Employee nobody can be read; without one of the others its names are missing. Scopes cannot be added later: if one was forgotten, create a new app.',
    'Press Save, then "Authorize" beside the app in the list, read the consent screen to its end and confirm. Before that there is no token.',
    'Copy the columns "App Id" and "Token" of the app and enter both here, if you like with the number of the portal (Planday does not show it: enter 0 and the refusal names it). "Revoke" beside the app ends the access; authorize the app again afterwards and enter the token that is shown then.',
    'Switch job titles and custom fields on only if you use them: Planday gives them one employee at a time, and a read of 1,000 people then takes more than two minutes.',
    'Look at the e-mail addresses: Planday keeps one for each employee and does not say whether it is a work address. There are no webhooks: changes are found when employees are read again.',
  ],
  credentialsStep: 5,
});
