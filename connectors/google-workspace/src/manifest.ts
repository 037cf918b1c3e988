import { defineManifest, listField, secretField, switchField, tenantField } from '@rollcall/core';

const person = { id: 'user.id', workEmail: 'user.primaryEmail', employeeNumber: 'user.externalIds.value' } as const;
const names = { firstName: 'user.name.givenName', lastName: 'user.name.familyName', preferredName: 'user.name.displayName' };
const contact = { personalEmail: 'user.emails.address | user.recoveryEmail', phone: 'user.phones.value' } as const;
const state = { status: 'user.archived, user.suspended, user.suspensionReason, isDeleted', team: 'user.orgUnitPath' } as const;
const custom = { startDate: 'user.customSchemas', terminationDate: 'user.customSchemas', customFields: 'user.customSchemas' };
const type = { employmentType: 'user.organizations.description', employmentTypeLabel: 'user.organizations.description' } as const;
const job = { jobTitle: 'user.organizations.title', department: 'user.organizations.department' } as const;
const company = { legalEntity: 'user.organizations.name', costCenter: 'user.organizations.costCenter' } as const;
const manager = { managerEmail: 'user.relations.value' } as const;
const land = 'user.addresses.countryCode | user.addresses.country';
const place = { workLocation: `user.locations.buildingId, user.addresses.locality, ${land}` } as const;

const keyExample =
  '{"client_email":"hr-sync@brackenford-hr.iam.gserviceaccount.com","private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEfictional\\n-----END PRIVATE KEY-----\\n"}';
const key = secretField('Service account key', 'The whole content of the JSON file that step 3 downloads.', keyExample);
const admin = tenantField('Administrator', 'In whose name is read (step 5).', 'hr-sync@brackenford.example', '[^\\s@]+@[^\\s@]+');
const customer = tenantField('Customer ID', 'Left out: that of the administrator.', 'C03brackn', 'C[0-9a-z]+');
const domain = tenantField('Domain', 'To read one. Left out: all.', 'brackenford.example', '[a-z0-9.-]+\\.[a-z]{2,}');
const days = { type: 'fieldMap', fields: ['startDate', 'terminationDate'], optional: true } as const;
const dayExample = '{"startDate":"Employment.first_day","terminationDate":"Employment.last_day"}';
const basics = ['id', 'workEmail', 'firstName', 'lastName', 'status'] as const;

/** All that is asked for: with one that is not delegated Google refuses the log-in. */
export const scope = 'https://www.googleapis.com/auth/admin.directory.user.readonly';

export const manifest = defineManifest({
  slug: 'google-workspace',
  name: 'Google Workspace',
  category: 'identity',
  docsUrl: 'https://developers.google.com/workspace/admin/directory/v1/guides/manage-users',
  api: { version: 'directory_v1', checked: '2026-11-22' },
  config: {
    serviceAccountKey: { ...key, pattern: '\\{.*PRIVATE KEY.*\\}', multiline: true },
    adminEmail: { ...admin, optional: true },
    customerId: { ...customer, optional: true },
    domain: { ...domain, optional: true },
    fields: { ...days, label: 'First and last day', help: 'Their custom attributes, as category.field.', example: dayExample },
    suspendedOnLeave: switchField('Suspended is on leave', 'Nobody leaves by it: archived and deleted accounts have left.'),
    starterOrgUnits: listField('Units of starters', 'Whose suspended accounts were made ahead.', '/Starters', '/.*'),
    teams: switchField('Teams', 'Organizational units are teams.'),
    recoveryEmail: switchField('Recovery addresses', 'Read them as private addresses of people who have no other.'),
  },
  baseUrl: 'https://admin.googleapis.com/admin/directory/v1',
  hosts: ['admin.googleapis.com', 'oauth2.googleapis.com'],
  endpoints: { reads: ['GET /users', 'GET /users/{userKey}'], tokens: ['POST /token'] },
  limits: { concurrency: 2, windows: [{ requests: 2400, perSeconds: 60 }], note: 'Per project and administrator (Quotas).' },
  pageSize: 500,
  requests: '1 + ceil(n / 500) + ceil(deleted / 500), of deleted accounts at least one',
  permissions: [
    { name: `Domain-wide delegation of ${scope}`, gives: [], required: true },
    { name: 'Admin API privileges > Users > Read', gives: basics, required: true },
  ],
  capabilities: { get: true, changes: 'none', webhook: true, push: false },
  fieldPaths: { ...person, ...names, ...contact, ...state, ...custom, ...type, ...job, ...company, ...manager, ...place },
  setup: [
    'Open https://console.cloud.google.com, choose or create a project, go to APIs & Services > Library, open "Admin SDK API" and press Enable. While it is off, every request is refused.',
    'Go to IAM & Admin > Service Accounts > Create service account, give it a name, grant no roles, and press Done. Open it and note the number under Unique ID.',
    'In the service account open Keys > Add key > Create new key, choose JSON and press Create: the key file is downloaded, this once. If the organization forbids keys (policy iam.disableServiceAccountKeyCreation), they must be allowed for this project first.',
    `As a super administrator open https://admin.google.com, go to Security > Access and data control > API controls > Manage Domain Wide Delegation > Add new. Enter the Unique ID as Client ID, and ${scope} as OAuth scope. Press Authorize. It takes effect within minutes, sometimes after up to 24 hours.`,
    'Go to Account > Admin roles > Create new role and tick, under Admin API privileges, Users > Read. Assign the role, for all organizational units, to a user of its own who has signed in once and accepted the terms: without the role nobody can be read. Or assign it to the service account itself: then leave out the administrator, and enter the customer ID.',
    'Enter the whole content of the key file (where a terminal asks for it, @ and the path of the file does as well) and the address of that user. Switch teams on if your organizational units are teams. If first and last days are kept as custom attributes, name them as category.field (Directory > Users > More options > Manage custom attributes): otherwise a future starter whose account was suspended by an administrator looks like somebody who has left.',
    'Optional, to see changes at once: have a developer make notification channels with the same service account, one for each of the events add, delete, undelete and update: POST https://admin.googleapis.com/admin/directory/v1/users/watch?customer=my_customer&event=update with {"id": a new UUID, "type": "web_hook", "address": the address shown here, "token": a long random secret}. Enter that secret here, the same for all channels. A channel ends after some hours (expiration in the answer; params.ttl asks for more seconds) and has to be made anew before.',
  ],
  credentialsStep: 3,
});
