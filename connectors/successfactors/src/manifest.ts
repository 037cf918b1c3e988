import { defineManifest, listField, secretField, tenantField } from '@rollcall/core';

const job = 'employmentNav.jobInfoNav';
const site = `${job}.locationNav`;
const named = <const Code extends string>(code: Code) =>
  `${job}.${code} | ${job}.${code}Nav.externalCode, ${job}.${code}Nav.name_localized | ${job}.${code}Nav.name` as const;
const labelsOf = (nav: string) => `${job}.${nav}.localeLabel | ${job}.${nav}.label_localized | ${job}.${nav}.externalCode`;

// Of addresses and numbers a letter stands for the type: B for business, P for private, C and O for mobile ones.
const fieldPaths = {
  id: 'perPersonUuid',
  employeeNumber: 'personIdExternal',
  workEmail: 'emailNav.B.emailAddress | employmentNav.userNav.email',
  personalEmail: 'emailNav.P.emailAddress',
  firstName: 'personalInfoNav.firstName',
  lastName: 'personalInfoNav.lastName',
  preferredName: 'personalInfoNav.preferredName',
  status: `${job}.emplStatusNav.externalCode | ${job}.emplStatus`,
  employmentType: `employmentNav.isContingentWorker, ${job}.employmentTypeNav | ${job}.employeeClassNav`,
  employmentTypeLabel: `${labelsOf('employmentTypeNav')} | ${labelsOf('employeeClassNav')}`,
  startDate: 'employmentNav.startDate',
  terminationDate: 'employmentNav.endDate',
  jobTitle: `${job}.jobTitle`,
  department: named('department'),
  team: `${job}.division | ${job}.businessUnit`,
  division: named('division'),
  legalEntity: named('company'),
  costCenter: named('costCenter'),
  workLocation: `${job}.location | ${site}.externalCode, ${site}.name, ${site}.addressNavDEFLT.country, ${job}.timezone`,
  managerId: `${job}.managerId`,
  phone: 'phoneNav.B.phoneNumber | phoneNav.C.phoneNumber | phoneNav.O.phoneNumber',
  bankAccount: 'PaymentInformationV3.toPaymentInformationDetailV3',
  customFields: `${job}, employmentNav, employmentNav.userNav, personalInfoNav`,
  updatedAt: `lastModifiedDateTime, employmentNav.lastModifiedDateTime, ${job}.lastModifiedDateTime`,
} as const;

const effectiveDated = 'Employee Central Effective Dated Entities';
const organisation = ['department', 'team', 'division', 'legalEntity', 'costCenter', 'workLocation'] as const;
const names = ['firstName', 'lastName', 'preferredName'] as const;
const access =
  'Manage Integration Tools > Admin Access to OData API; Employee Central API > Employee Central HRIS OData API (read-only)';
const permissions = [
  { name: access, gives: ['id', 'employeeNumber', 'status'], required: true },
  { name: `${effectiveDated} > Job Information: View Current, View History`, gives: ['jobTitle', 'managerId', ...organisation] },
  { name: `${effectiveDated} > Personal Information: View Current, View History`, gives: names },
  { name: 'Employee Data > Employment Details: View', gives: ['startDate', 'terminationDate'] },
  { name: 'Employee Data > Email Information, Phone Information: View', gives: ['workEmail', 'personalEmail', 'phone'] },
  { name: 'Payment Information: View Current; Metadata Framework > Admin access to MDF OData API', gives: ['bankAccount'] },
] as const;

const help = {
  server: 'The host name of your data centre in SAP\'s "List of API servers", without https:// and without anything behind it.',
  company: 'Profile picture > Show version information. Capital and small letters count.',
  key: 'PEM, not encrypted, that belongs to the X.509 certificate of the client application. Certificate.pem may be pasted whole.',
  user: 'The User ID of the user that was made for reading. Where it differs from the Username it logs in with: not that one.',
  custom: 'As the OData API Data Dictionary names them. Of a picklist the code: EmpJob.customString5Nav.externalCode.',
};
const servers = 'api[a-z0-9-]{0,30}\\.(?:successfactors\\.(?:com|eu|cn)|sapsf\\.(?:com|eu|cn)|sapcloud\\.cn|hr\\.cloud\\.sap)';
const keys = '.*-----BEGIN (?:RSA )?PRIVATE KEY-----.+-----END (?:RSA )?PRIVATE KEY-----.*|[A-Za-z0-9+\\/= ]+';
const keyExample = '-----BEGIN PRIVATE KEY----- MIIEfictional -----END PRIVATE KEY-----';
const entityFields = '(?:EmpJob|EmpEmployment|PerPersonal|User)\\.[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)?';

export const manifest = defineManifest({
  slug: 'successfactors',
  name: 'SAP SuccessFactors',
  docsUrl: 'https://help.sap.com/docs/successfactors-platform/sap-successfactors-api-reference-guide-odata-v2',
  api: { version: 'OData v2', checked: '2026-11-22' },
  config: {
    apiServer: tenantField('API server', help.server, 'api55.sapsf.eu', servers),
    companyId: tenantField('Company ID', help.company, 'HalbergmoorT1', '[A-Za-z0-9_]{2,40}'),
    apiKey: { label: 'API Key', help: 'Manage OAuth2 Client Applications > View.', example: 'NGZmaWN0aW9u', pattern: '\\S+' },
    privateKey: { ...secretField('Private key', help.key, keyExample), pattern: keys, multiline: true },
    technicalUser: { label: 'Technical user', help: help.user, example: 'API_ROLLCALL', pattern: '\\S{1,100}' },
    customFields: listField('Custom fields', help.custom, 'EmpJob.customString1, EmpEmployment.customString4', entityFields),
  },
  baseUrl: 'https://{apiServer}',
  hosts: ['{apiServer}'],
  endpoints: {
    reads: ['GET /odata/v2/PerPerson', 'GET /odata/v2/PaymentInformationV3', 'GET /odata/v2/$metadata'],
    tokens: ['POST /oauth/token'],
  },
  limits: { concurrency: 1, note: 'SAP publishes no number. Too much is answered with 429 or 503; then the read waits.' },
  pageSize: 200,
  requests: '1 + ceil(n / 200); ceil(employments / 1000) more for bank accounts, and 2 where fields are switched off',
  permissions,
  capabilities: { get: 'hint', changes: 'hint', webhook: false, push: false, discover: true },
  fieldPaths,
  setup: [
    'Admin Center > Manage Security (or Manage Users): create a technical user for reading, such as API_ROLLCALL. Under Password & Login Policy Settings > API login exceptions exempt it from the expiry of passwords: an expired one stops the reads.',
    'Admin Center > Manage Permission Roles: create a role with Manage Integration Tools > Admin Access to OData API; Employee Central API > Employee Central HRIS OData API (read-only) and Employee Central Foundation OData API (read-only); Manage User > User Account OData entity and Employee Export; Employee Central Effective Dated Entities > Job Information and Personal Information, View Current and View History; Employee Data > Employment Details, Email Information and Phone Information, View. Without the Foundation API departments and places have codes and no names. For bank accounts add Payment Information and Metadata Framework > Admin access to MDF OData API; otherwise leave these out.',
    'Grant the role to the technical user, with the target population Everyone, inactive users and contingent workers included. People outside of it are missing without a word.',
    'Have a key pair made (RSA, 2048 bits or more) with a self-signed X.509 certificate, or let SuccessFactors make one in the next step. The private key stays with you and is entered in the last step, as PEM that is not encrypted.',
    'Admin Center > Manage OAuth2 Client Applications > Register Client Application: enter an Application Name and any https address as Application URL, and paste the certificate into X.509 Certificate, without the lines BEGIN CERTIFICATE and END CERTIFICATE. Or press Generate X.509 Certificate and download Certificate.pem: it holds the private key and is offered only once. If you tick "Bind to Users", name the technical user. Press Register.',
    'If IP Restriction Management is in use, add the addresses that this platform reads from; others are refused (LGN0022).',
    'Open the client application with View, copy the API Key, and enter it here with the private key, the technical user, the Company ID and the API server.',
  ],
  credentialsStep: 5,
});
