import { defineManifest, secretField, switchField, tenantField } from '@rollcall/core';

const person = { id: 'person.EmployeeID', employeeNumber: 'person.PayrollNumber', legalEntity: 'person.CompanyName' } as const;
const names = { firstName: 'person.FirstName', lastName: 'person.LastName', jobTitle: 'job.JobDescription' } as const;
const mail = { workEmail: 'address.EmailWork', personalEmail: 'address.EmailHome' } as const;
const phone = { phone: 'address.TelephoneMobile | address.TelephoneWork' } as const;
const status = { status: 'job.EmploymentStartDate, job.EmploymentEndDate' } as const;
const days = { startDate: 'job.EmploymentStartDate', terminationDate: 'job.EmploymentEndDate' } as const;
const type = { employmentType: 'job.EmploymentType, job.IsFulltime', employmentTypeLabel: 'job.EmploymentType' } as const;
const place = { department: 'job.DepartmentDescription | job.Department', workLocation: 'job.SiteDescription' } as const;
const boss = { managerId: 'job.ReportsToFAID | job.ReportsToEmployeeNumber' } as const;
const code = { customFields: 'person.FAID, job.SiteCode, job.JobCode' } as const;
const fieldPaths = { ...person, ...names, ...mail, ...phone, ...status, ...days, ...type, ...place, ...boss, ...code } as const;

const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];
const from = (list: string) => fields.filter((field) => field !== 'customFields' && fieldPaths[field].startsWith(list));
export const ofAddresses = from('address.');

/** Fourth publishes no root; this is the one that others name who read it (2026-11). */
export const commonRoot = 'https://api.fourth.com/hr';
const rootHelp = `As Fourth names it, without "/organisations" and what follows. Left empty: ${commonRoot}.`;
const rootForm = 'https://(?:[a-z0-9-]+\\.)*fourth(?:hospitality)?\\.com(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*){0,2}/?';

// A root may have no part behind the host, or one, or two.
const roots = ['', '/{root}', '/{root}/{part}'] as const;
const lists = ['Employees', 'Employees/Employments', 'Employees/Addresses', 'Locations'] as const;
const reads = roots.flatMap((root) => lists.map((list) => `GET ${root}/organisations/{organisationId}/${list}` as const));

export const manifest = defineManifest({
  slug: 'fourth',
  name: 'Fourth',
  docsUrl: 'https://developer.fourth.com/en-gb/docs/uk-employee-api/guide',
  api: { version: 'UK Employee API', checked: '2026-11-22' },
  config: {
    username: tenantField('User name', 'Of the UK Employee API account; also called API key.', 'fictional.user', '[^\\s:]+'),
    password: secretField('Password', 'Of the same account; also called secret key.', 'fictionalSecretOfNobody7Qm0Xw'),
    organisationId: tenantField('Organisation ID', 'The number that comes with the account.', '4521', '[0-9]{1,12}'),
    rootUrl: { label: 'Root URL', help: rootHelp, example: commonRoot, pattern: rootForm, optional: true },
    siteCountries: switchField('Countries of sites', 'Reads the list of locations as well: one request more.'),
  },
  hosts: ['fourth.com', '*.fourth.com', 'fourthhospitality.com', '*.fourthhospitality.com'],
  endpoints: { reads },
  limits: { concurrency: 1, note: 'No number is published. After a failure of its own Fourth asks for one try a minute.' },
  pageSize: null,
  requests: '3; 4 with the countries of sites',
  permissions: [
    { name: 'UK Employee API account: Employees', gives: from('person.'), required: true },
    { name: 'UK Employee API account: Employments', gives: from('job.'), required: true },
    { name: 'UK Employee API account: Addresses', gives: ofAddresses },
  ],
  capabilities: { get: false, changes: 'none', webhook: false, push: false },
  fieldPaths,
  setup: [
    'Ask your contact at Fourth (implementation consultant, Professional Services or Customer Success) for a "UK Employee API account" for this integration. Fourth gives it to you, its customer, and not to us. It is for companies in the United Kingdom whose employees are kept in Fourth; HotSchedules and PeopleMatter have none.',
    'Say what it is for: reading Employees, Employments and Addresses, former employees included; nothing is written. Without Employees or Employments every read is refused; without Addresses there are no e-mail addresses and phone numbers, and nobody can be found by them. For countries of sites name Locations too. To try it out first, ask for an account of the test environment as well.',
    'Fourth sends you four values: the user name (or API key) and the password (or secret key) of the account, the organisation ID, which is a number, and the root URL. If they are lost or refused, ask your contact for new ones.',
    `Enter the four values here. The root URL may stay empty if it is ${commonRoot}. Values of the test environment do not work with those of the live one. If "not found" is answered, the organisation ID or the root URL is another one.`,
    'Look at the work e-mail addresses in Fourth: many people of a site have none, or share the mailbox of the site. Only a work address of their own finds somebody by e-mail; the home address is delivered as the private one and never used instead.',
    'If you use countries of sites, tick "Countries of sites". Fourth sends no webhooks: people are read at regular intervals.',
  ],
  credentialsStep: 3,
});
