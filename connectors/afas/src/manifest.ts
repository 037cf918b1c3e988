import { defineManifest, secretField, tenantField } from '@rollcall/core';

const ids = { id: 'EmployeeId', employeeNumber: 'EmployeeNumber | EmployeeId' } as const;
const reach = { workEmail: 'Mail', personalEmail: 'EmailPrivate', phone: 'PhoneWork | MobileWork' } as const;
const surnames = { lastName: 'LastName | BirthName | BirthNamePartner' } as const;
const names = { firstName: 'FirstName | Initials', ...surnames, preferredName: 'PreferredName' } as const;
const dates = { startDate: 'EmploymentStart', terminationDate: 'EmploymentEnd', updatedAt: 'ModifiedDate' } as const;
const job = { employmentType: 'EmploymentTypeDesc | EmploymentType', jobTitle: 'FunctionDesc' } as const;
const manager = { managerId: 'ManagerId | Profit_OrganizationChart.Manager' } as const;
const units = { department: 'OrgUnit, OrgUnitDesc', team: 'Team', division: 'Division', workLocation: 'Location' } as const;
const employer = { legalEntity: 'EmployerId, Profit_Employers.Name' } as const;
const money = { costCenter: 'CostCenter', bankAccount: 'Iban' } as const;

/** What a customer may call otherwise: where it is in a row by our own ids. */
const mappable = { ...ids, ...reach, ...names, ...dates, ...job, ...manager, ...units, ...employer, ...money } as const;

const fieldPaths = {
  ...mappable,
  status: 'EmploymentStart, EmploymentEnd, DateDeceased',
  employmentTypeLabel: job.employmentType,
  customFields: 'all further fields',
} as const;

/** Our ids by the keys of a field map. Of a department it is the name, so the code has a key of its own. */
export const fieldIds = {
  ...Object.fromEntries(Object.entries(mappable).map(([field, path]) => [field, path.split(/[ ,]/)[0] ?? ''])),
  department: 'OrgUnitDesc',
  departmentCode: 'OrgUnit',
  functionStart: 'FunctionStart',
} as Readonly<Record<keyof typeof mappable | 'departmentCode' | 'functionStart', string>>;

const ofConnector = (Object.keys(fieldPaths) as (keyof typeof fieldPaths)[]).filter((field) => field !== 'managerId');
const employees = 'GetConnector Profit_Employees or your own one, not blocked';

const paths = ['connectors/{connectorId}', 'metainfo', 'metainfo/get/{connectorId}'] as const;

const optional = { optional: true } as const;
const noBlanks = { ...optional, pattern: '\\S+' } as const;
const type = { type: 'choice', choices: ['production', 'test', 'accept', 'course'], fallback: 'production' } as const;
const fieldMap = { type: 'fieldMap', fields: Object.keys(fieldIds) as (keyof typeof fieldIds)[], ...optional } as const;
const tokenForm = { pattern: '<token>.+</token>|[0-9A-Fa-f]{64}|[A-Za-z0-9+/]{40,}={0,2}' } as const;
const exampleToken = `<token><version>1</version><data>${'5F1C710AA1B70417'.repeat(4)}</data></token>`;
const help = {
  number: 'The digits of your participant number: 12345 if the environment is called O12345AA.',
  type: 'The environment in which the app connector was made: what it gives is good for that one only.',
  token: 'The whole text from <token> to </token>, as it was shown once. Leave it empty if the app connector uses OAuth.',
  own: 'The GetConnector with the employees, if it is not Profit_Employees.',
  fields: 'Only for fields that your GetConnector calls otherwise than Profit_Employees and the guide do.',
  pageSize: 'Only if AFAS reports that it is out of memory or asks you to lower it. Default 1000.',
  partner: 'Only for certified partners of AFAS: subscription and project.',
} as const;

export const manifest = defineManifest({
  slug: 'afas',
  name: 'AFAS Profit',
  docsUrl: 'https://docs.afas.help/profit/en/get-connector',
  api: { version: 'Profit 7', checked: '2026-11-22' },
  config: {
    environmentNumber: tenantField('Environment number', help.number, '10417', '[0-9]{4,6}'),
    environmentType: { ...type, label: 'Environment type', help: help.type, example: 'production' },
    token: { ...secretField('Token', help.token, exampleToken), ...optional, ...tokenForm },
    clientId: { ...noBlanks, label: 'Client ID', help: 'Of an app connector with OAuth.', example: 'f1c710-client' },
    clientSecret: { ...secretField('Client secret', 'Beside the client ID; shown once.', 'Qx7fictional0secret'), ...optional },
    connectorId: { ...optional, label: 'GetConnector', help: help.own, example: 'Own_Employees', pattern: '[\\p{L}\\d_-]{1,80}' },
    fields: { ...fieldMap, label: 'Field names', help: help.fields, example: '{"workEmail": "EmailWork"}' },
    pageSize: { ...optional, label: 'Rows per request', help: help.pageSize, example: '500', pattern: '[2-9]|[1-9][0-9]{1,3}' },
  },
  platform: {
    integrationId: { ...optional, label: 'IntegrationId', help: help.partner, example: '10417_20834', pattern: '[0-9]+_[0-9]+' },
  },
  baseUrl: {
    by: 'environmentType',
    urls: {
      production: 'https://{environmentNumber}.rest.afas.online',
      test: 'https://{environmentNumber}.resttest.afas.online',
      accept: 'https://{environmentNumber}.restaccept.afas.online',
      course: 'https://{environmentNumber}.restcursus.afas.online',
    },
  },
  hosts: ['rest', 'resttest', 'restaccept', 'restcursus'].map((name) => `{environmentNumber}.${name}.afas.online`),
  endpoints: {
    reads: paths.map((path) => `GET /ProfitRestServices/${path}` as const),
    tokens: ['POST /ProfitRestServices/oauth/token'],
  },
  limits: {
    concurrency: 1,
    note: 'Fair use without numbers. The heaviest users are warned daily, and AFAS may block a GetConnector: read once a night or a few times a day. A request that is given up keeps running at AFAS for up to 15 minutes.',
  },
  pageSize: 1000,
  requests: '4 + ceil(rows / 999)',
  permissions: [
    { name: employees, gives: ofConnector, required: true },
    { name: 'GetConnector Profit_OrganizationChart', gives: ['managerId'] },
    // Names beside ids that are there anyway.
    { name: 'GetConnector Profit_Employers', gives: [] },
    { name: 'No IP restriction that leaves out the platform', gives: [] },
  ],
  capabilities: { get: 'hint', changes: 'hint', webhook: false, push: false, discover: true },
  fieldPaths,
  setup: [
    'Optional, for fields that Profit_Employees does not have: go to General > Output > Management > GetConnector, copy Profit_Employees and add what you want to be read under these ids: ManagerId (employee number of the manager), EmailPrivate, PhoneWork, MobileWork, CostCenter, Location, LocationCountry, Iban, ModifiedDate (when the employee was changed), FunctionStart. Every other field that you add is read as a custom field. Leave the filter of the GetConnector empty: people whom it hides, former and future employees too, look as if they were gone.',
    'Go to General > Management > Authorisation tool and make a system user for the integration (not an employee, without access to Profit Windows) with an e-mail address, and a user group for it. Take care that no filter authorisation hides employees from this user: whoever is hidden is missing without a word.',
    'Go to General > Management > App connector and click New. Enter a description, and choose the user group and the user.',
    'On the step GetConnectors add Profit_Employees (or your copy of it), Profit_OrganizationChart and Profit_Employers. Without Profit_OrganizationChart nobody has a manager, without Profit_Employers employers have no name.',
    'With the authentication type OAuth: finish, copy the client ID and the client secret, which is shown once, and note when it ends. With the type Classic token: leave "Generate token" ticked, finish, and copy the whole text from <token> to </token>, which is shown once; later one is made on the tab User tokens > New. AFAS ends all existing classic tokens on 1 May 2027: OAuth is the better choice.',
    'Optional: on the tab IP restrictions allow only the addresses of the platform. From any other address everything is refused then.',
    'Note the environment number (the digits of the participant number) and the type of the environment, and enter them here with the token, or with client ID and client secret. Enter the name of your copy of Profit_Employees under GetConnector. AFAS has no webhooks for employees; changes are found when they are read again.',
  ],
  credentialsStep: 5,
});
