import { defineManifest, secretField, tenantField } from '@rollcall/core';

const person = { id: 'uuid | personLicenseNumber | personId', employeeNumber: 'personnelNumber' } as const;
const names = { firstName: 'firstName', lastName: 'lastName', workEmail: 'email', personalEmail: 'privateEmail' } as const;
const phones = { phone: 'officePhoneNumber | companyMobilePhoneNumber' } as const;
const days = { status: 'isActive, leaveDate, joinDate', startDate: 'joinDate', terminationDate: 'leaveDate' } as const;
const job = { jobTitle: 'position', employmentType: 'employmentType', employmentTypeLabel: 'employmentType' } as const;
const unit = 'organizationUnit.uuid | organizationUnitUuid | organizationUnit.number, organizationUnit.name';
const organisation = { department: unit, costCenter: 'costCenter.number, costCenter.name', managerId: 'superior.uuid' } as const;
const site = 'permanentEstablishment';
// In older answers `countryCode` of an address is the name of the country.
const land = `${site}.address.internationalCountryCode | ${site}.address.countryCode`;
const place = { workLocation: `${site}.id, ${site}.name, ${land}` } as const;
const extras = { bankAccount: 'bankAccount', customFields: 'every member that the vendor does not document' } as const;

const fieldPaths = { ...person, ...names, ...phones, ...days, ...job, ...organisation, ...place, ...extras } as const;

const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];
const reads = ['GET /v2/persons/master-data', 'GET /v2/persons/{personIdentifier}/master-data'] as const;
const environment = { type: 'choice', choices: ['production', 'demo'], fallback: 'production', example: 'production' } as const;

export const manifest = defineManifest({
  slug: 'hrworks',
  name: 'HR WORKS',
  docsUrl: 'https://developers.hrworks.de',
  api: { version: 'v2', checked: '2026-11-22' },
  config: {
    environment: { ...environment, label: 'Environment', help: 'Demo is for test companies of HR WORKS only.' },
    accessKey: tenantField('Access key', 'In the text file that belongs to the key pair.', 'bW4fictionalAccessKeyOfNobody'),
    secretAccessKey: secretField('Secret access key', 'In the same text file.', 'Xq7/fictionalSecretAccessKeyOfNobody0'),
  },
  baseUrl: { by: 'environment', urls: { production: 'https://api.hrworks.de', demo: 'https://api.demo-hrworks.de' } },
  hosts: ['api.hrworks.de', 'api.demo-hrworks.de'],
  endpoints: { reads, tokens: ['POST /v2/authentication'] },
  limits: { concurrency: 1, note: 'HR WORKS publishes no limit. Pages are read one after the other.' },
  pageSize: 50,
  requests: '1 + ceil(n / 50); twice the pages where superiors come without their uuid',
  permissions: [{ name: 'Persons: read master data', gives: fields, required: true }],
  capabilities: { get: true, changes: 'none', webhook: true, push: false },
  fieldPaths,
  setup: [
    'Sign in to HR WORKS as an administrator who has the role of API administrator. Click your profile picture at the top right and choose "Switch to admin interface". If that is not offered, you are no administrator.',
    'In the menu on the left open "Basics", then "Integrations", and click the tile "HR WORKS-API" (on some accounts "HRworks API").',
    'Press "New key pair", then "Download". The text file holds the Access Key and the Secret Access Key. Keep it: if the secret is lost, make a new key pair.',
    'Select the new key pair. In the list of permissions at the bottom of the page tick reading under "Persons", master data included, and press Save. Without it every read is refused. If the key pair can be limited to organization units, allow all of them: people elsewhere may be missing without a word. Nothing that creates, changes or deletes is needed, nor absences or sick leaves.',
    'Enter both keys here. Leave the environment at production, unless the company is a test company on the demo system.',
    'Optional, to see changes at once: open the webhook configurator (help.hrworks.de/webhook-konfigurator) and create four webhooks for the resource person, one for each of the actions resourceCreated, resourceUpdated, resourceDeactivated and resourceDeleted, with the address shown here as URL and the access key of step 3, and set them to active. The secret of the webhooks is the Secret Access Key of that key pair.',
  ],
  credentialsStep: 3,
});
