import { defineManifest } from '@rollcall/core';

const fieldPaths = {
  id: 'EmployeeId',
  employeeNumber: 'EmployeeId',
  workEmail: 'EmailId',
  personalEmail: 'ContactDetail.PersonalEmail',
  firstName: 'FirstName',
  lastName: 'LastName',
  preferredName: 'KnownAs',
  status: 'LeavingDate, StartDate',
  employmentType: 'EmploymentType',
  employmentTypeLabel: 'EmploymentType',
  startDate: 'StartDate',
  terminationDate: 'LeavingDate',
  jobTitle: 'JobRole',
  department: 'Department',
  legalEntity: 'Company',
  workLocation: 'Location',
  managerId: 'ReportsToEmployeeId',
  managerEmail: 'ReportsToEmailAddress',
  phone: 'ContactDetail.WorkPhoneNumber | ContactDetail.Mobile',
  bankAccount: 'BankDetail',
  customFields: 'APIColumn1 to APIColumn5',
} as const;

const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];

export const manifest = defineManifest({
  slug: 'people-hr',
  name: 'Access PeopleHR',
  docsUrl: 'https://apidocs.peoplehr.com',
  api: { version: 'v3.1', checked: '2026-11-22' },
  config: {
    apiKey: {
      label: 'API key',
      help: 'Under HR Admin > Settings > API: press the copy icon beside the key.',
      example: '7a3d0c1e-0000-4000-8000-5f1c710aa1b2',
      pattern: '[^\\s]{8,50}',
      secret: true,
    },
  },
  baseUrl: 'https://api.peoplehr.net',
  hosts: ['api.peoplehr.net'],
  endpoints: {
    reads: ['POST /Employee'],
    // The same address serves actions that write.
    operations: { 'POST /Employee': { in: { json: 'Action' }, names: ['GetAllEmployeeDetail', 'GetEmployeeDetailById'] } },
  },
  limits: { concurrency: 1, note: 'PeopleHR publishes no limit. The whole company is one answer of up to several megabytes.' },
  pageSize: null,
  requests: '1',
  permissions: [
    { name: 'Employee: Get All Employee Detail', gives: fields, required: true },
    // Asks for one person by id; nothing is delivered that the list does not deliver.
    { name: 'Employee: Get Employee Detail by Id', gives: [] },
  ],
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'Sign in to PeopleHR as an administrator, open the Access menu in the top left corner and choose HR Admin.',
    'Open Settings, then API, press "+" and give the key a name.',
    'In the list of permissions click Employee and tick "Get All Employee Detail" and "Get Employee Detail by Id"; nothing else is needed. Without the first one every read is refused, without the second one somebody who is missing from the list cannot be asked for.',
    'Optional: restrict the key to the IP addresses of the platform. From any other address it is refused then.',
    'Press Save. The key appears in the list of API keys: press the copy icon beside it and enter the key here. PeopleHR has no webhooks; changes are found when employees are read again.',
    'Do not change the Employee ID of people afterwards: the API knows nobody by anything else, and whoever gets a new one looks like a leaver and a newcomer.',
  ],
  credentialsStep: 5,
});
