import { defineManifest, listField, secretField } from '@rollcall/core';

const person = { id: 'person.employeeId', employeeNumber: 'info.basicInfo.employeeNumber' } as const;
const first = { firstName: 'info.basicInfo.firstName | info.basicInfo.firstNameInFull | info.basicInfo.initials' } as const;
const last = { lastName: 'info.basicInfo.prefix, info.basicInfo.lastName' } as const;
const emails = { workEmail: 'info.contactInfo.businessEmail', personalEmail: 'info.contactInfo.privateEmail' } as const;
const phones = { phone: 'info.contactInfo.businessPhone | info.contactInfo.businessMobilePhone' } as const;
const type = { status: 'info.basicInfo.employeeType', employmentType: 'contracts.indefinite' } as const;
const days = { startDate: 'employments.startDate', terminationDate: 'employments.endDate' } as const;
const job = { jobTitle: 'functions.description', department: 'departments.departmentId, departments.description' } as const;
const others = { managerEmail: 'managers.email', legalEntity: 'company.companyId, company.name' } as const;
const costs = 'employeeCostCenters.costCenters.code, employeeCostCenters.costCenters.description';
const money = { costCenter: costs, bankAccount: 'bankAccounts.IBAN' } as const;

const persons = ['personalinfo', 'employments', 'contracts', 'bankaccounts'] as const;
const collections = [...persons, 'functions', 'departments', 'managers', 'costcenters'] as const;
const ofCompanies = collections.map((name) => `GET /companies/{companyId}/employees/${name}` as const);
const ofInfo = ['id', 'employeeNumber', 'firstName', 'lastName'] as const;
const permissions = [
  { name: 'company.info.read', gives: ['legalEntity'], required: true },
  { name: 'employee.info.read', gives: [...ofInfo, 'workEmail', 'personalEmail', 'phone', 'employmentType'], required: true },
  { name: 'employee.employment.read', gives: ['status', 'startDate', 'terminationDate'] },
  { name: 'employee.orgstructure.read', gives: ['jobTitle', 'department', 'managerEmail'] },
  { name: 'employee.payment.read', gives: ['costCenter'] },
  { name: 'employee.bankaccount.read', gives: ['bankAccount'] },
] as const;
// Not openid: one scope that the client was not granted makes Nmbrs refuse all of them.
const scopes = ['offline_access', ...permissions.map(({ name }) => name)];
const login = 'https://identityservice.nmbrs.com/connect' as const;
const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

export const manifest = defineManifest({
  slug: 'nmbrs',
  name: 'Visma Nmbrs',
  docsUrl: 'https://nmbrs.stoplight.io/docs/nmbrs-restapi',
  api: { version: 'REST, unversioned', checked: '2026-11-22' },
  config: {
    clientId: { label: 'Client ID', help: 'Shown with the integration.', example: 'PartnerApp_fernhollow_a1b2', pattern: '\\S+' },
    clientSecret: secretField('Client secret', 'Shown once, with the client ID.', 'fictional-secret-of-nobody-4Kd9'),
    subscriptionKey: secretField('Subscription key', 'On your developer portal profile.', '9f1c0fictional0key0of0nobody07aa'),
    refreshToken: { ...secretField('Refresh token', 'Left empty: the consent gives it.', 'fictional-token'), optional: true },
    companyIds: listField('Companies', 'Ids of the companies to read, if not all.', '3f2a6c10-5d0e-4b7a-9c31-0a6f5e2d7b18', uuid),
  },
  baseUrl: 'https://api.nmbrsapp.com/api',
  hosts: ['api.nmbrsapp.com', 'identityservice.nmbrs.com'],
  endpoints: { reads: ['GET /companies', 'GET /employees/{employeeId}', ...ofCompanies], tokens: ['POST /connect/token'] },
  limits: { concurrency: 4, note: 'Nmbrs publishes no number: it depends on the API product. A 429 pauses the read.' },
  pageSize: 100,
  requests: '1 + ceil(companies / 100) + 7 ceil(n / 100) for each company (1 if it has nobody); 8 with bank accounts',
  permissions,
  capabilities: { get: true, changes: 'none', webhook: false, push: false },
  authorization: { authorizeUrl: `${login}/authorize`, tokenUrl: `${login}/token`, scopes, pkce: true },
  fieldPaths: { ...person, ...first, ...last, ...emails, ...phones, ...type, ...days, ...job, ...others, ...money },
  setup: [
    'Sign up at the Nmbrs developer portal (https://developer.payroll.nmbrs.com), subscribe to an API product and copy the subscription key from your profile page.',
    'Open the partner portal (https://partner-portal.nmbrsapp.com/integrations) and create an integration of the type Web: name, description and icon as you like, and as redirect URL the address shown here. Up to five redirect URLs can be entered.',
    'Have the integration granted the scopes offline_access, company.info.read, employee.info.read, employee.employment.read, employee.orgstructure.read, employee.payment.read (cost centres) and employee.bankaccount.read (bank accounts, which are read only where they are used). One scope that is missing makes Nmbrs refuse the whole consent with "Invalid scope".',
    'Copy the Client ID (it begins with PartnerApp_) and the Client secret, which is shown only this once, and enter both here with the subscription key. If the secret is lost, make a new one.',
    'Start the connection here. In the page of Nmbrs that opens, sign in with a Master Client login or a company login (HR Manager (System), General Manager Payroll & HR, or a template of a company scenario). Do not use the master login of an accountant: a consent is for one debtor, and with several debtors Nmbrs refuses to list the companies.',
    'Check the data that the consent page lists, and approve. If your organisation has several debtors, make one connection for each of them.',
    'Leave the refresh token empty: it comes with the consent, and each renewal replaces it. Enter one only if the consent was given elsewhere, and use it nowhere else: it is good for one renewal. If nothing is read for 30 days, the consent has to be given again.',
    'Optional: enter the ids of the companies that are to be read. Nmbrs has no webhook that can be used here; changes are found when employees are read again.',
  ],
  credentialsStep: 4,
});
