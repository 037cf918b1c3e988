import { defineManifest, listField, secretField, switchField, tenantField } from '@rollcall/core';
import { push } from './push.ts';

const person = { id: 'user.id', employeeNumber: 'user.employeeId' } as const;
const names = { firstName: 'user.givenName', lastName: 'user.surname', preferredName: 'user.displayName' } as const;
const contact = { workEmail: 'user.mail | user.userPrincipalName', personalEmail: 'user.otherMails' } as const;
const phones = { phone: 'user.businessPhones | user.mobilePhone' } as const;
const type = { employmentType: 'user.employeeType', employmentTypeLabel: 'user.employeeType' } as const;
const days = { startDate: 'user.employeeHireDate', terminationDate: 'user.employeeLeaveDateTime' } as const;
const state = { status: 'user.accountEnabled, isDeleted', customFields: 'user.onPremisesExtensionAttributes, groups' } as const;
const job = { jobTitle: 'user.jobTitle', managerId: 'user.manager.id', department: 'user.department' } as const;
const unit = { team: 'groups | user.employeeOrgData.division', division: 'user.employeeOrgData.division' } as const;
const company = { legalEntity: 'user.companyName', costCenter: 'user.employeeOrgData.costCenter' } as const;
const place = { workLocation: ', user.officeLocation | user.city, user.country | user.usageLocation' } as const;

/** Source: https://learn.microsoft.com/graph/deployments (2026-11). */
export const graphs = {
  global: 'https://graph.microsoft.com/v1.0',
  usGov: 'https://graph.microsoft.us/v1.0',
  usGovDod: 'https://dod-graph.microsoft.us/v1.0',
  china: 'https://microsoftgraph.chinacloudapi.cn/v1.0',
} as const;
export const logins = {
  global: 'login.microsoftonline.com',
  usGov: 'login.microsoftonline.us',
  usGovDod: 'login.microsoftonline.us',
  china: 'login.chinacloudapi.cn',
} as const;

const guid = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';
// What stands for any organization (common, organizations, consumers) has no dot.
const tenant = `${guid}|(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}`;
const clouds = ['global', 'usGov', 'usGovDod', 'china'] as const;
const guests = ['leaveOut', 'include'] as const;
const ends = ['terminated', 'leave', 'unknown'] as const;
const extension = 'extension_5c1e7b0d9f2a4c3e8b6d0f1a2c4e6a8b_badge';
const group = 'e41c7a20-5b3d-4f96-8a07-3c2d1e0f9b55';
const others = ['GET /directory/deletedItems/microsoft.graph.user', 'GET /groups/{id}', 'GET /groups/{id}/members'] as const;
const help = {
  tenant: "The ID on the app's Overview, or one of your verified domains.",
  cloud: 'US Government: usGov (GCC High, L4) or usGovDod (L5). 21Vianet: china. Everybody else: global.',
  guests: 'Left out, or read as people (include), for a filter to choose from.',
  off: 'What a disabled account means. unknown: nobody joins or leaves by it.',
  groups: 'Object IDs. Their names are the custom field groups; whoever is in one alone has it as team.',
  custom: 'Directory extensions as Graph names them. Extension attributes 1 to 15 are read anyhow.',
};

export const manifest = defineManifest({
  slug: 'entra',
  name: 'Microsoft Entra ID',
  category: 'identity',
  delivery: 'both',
  docsUrl: 'https://learn.microsoft.com/graph/api/user-list',
  api: { version: 'v1.0', checked: '2026-11-22' },
  config: {
    tenantId: tenantField('Directory (tenant) ID', help.tenant, '8c1f0b52-4d7e-4b6e-9a01-6d2b1f0a7710', tenant),
    clientId: tenantField('Application (client) ID', 'On its Overview.', 'd3a0c7e4-90aa-4c55-8f13-2b6cf0d19e41', guid),
    clientSecret: secretField('Client secret', 'Its Value, not its Secret ID (step 3).', 'q8Q~fictional-secret-of-nobody.7Zk'),
    cloud: { type: 'choice', label: 'Cloud', help: help.cloud, example: 'global', choices: clouds, fallback: 'global' },
    guests: { type: 'choice', label: 'Guests', help: help.guests, example: 'leaveOut', choices: guests, fallback: 'leaveOut' },
    disabledAre: {
      type: 'choice',
      label: 'Disabled is',
      help: help.off,
      example: 'leave',
      choices: ends,
      fallback: 'terminated',
    },
    leaveDates: switchField('Leave dates', 'Read employeeLeaveDateTime; needs the permission User-LifeCycleInfo.Read.All.'),
    groups: listField('Groups', help.groups, group, guid),
    customFields: listField('Directory extensions', help.custom, extension, 'extension_\\w+'),
  },
  baseUrl: { by: 'cloud', urls: graphs },
  hosts: [...Object.values(graphs).map((url) => new URL(url).hostname), ...new Set(Object.values(logins))],
  endpoints: {
    reads: ['GET /users', 'GET /users/$count', 'GET /users/delta', 'GET /users/{id}', ...others],
    tokens: ['POST /{tenantId}/oauth2/v2.0/token'],
  },
  // A page of people with their managers counts two units, of which a small tenant has 3,500.
  limits: { concurrency: 2, windows: [{ requests: 1750, perSeconds: 10 }], note: 'Per app and tenant; large ones have more.' },
  pageSize: 100,
  requests:
    '1 + ceil(n / 100) + ceil(deleted / 999), of each at least one; one more where the last page of people is full; 1 + ceil(members / 999) for each group',
  permissions: [
    { name: 'User.Read.All (Application)', gives: ['firstName', 'lastName', 'workEmail', 'status'], required: true },
    { name: 'User-LifeCycleInfo.Read.All (Application), with "Leave dates" switched on', gives: ['terminationDate'] },
    { name: 'GroupMember.Read.All (Application), for the groups that are named', gives: [] },
  ],
  capabilities: { get: true, changes: 'hint', webhook: true, push: true },
  fieldPaths: { ...person, ...names, ...contact, ...phones, ...type, ...days, ...state, ...job, ...unit, ...company, ...place },
  setup: [
    'Sign in at https://entra.microsoft.com (US Government: https://entra.microsoft.us, China: https://entra.microsoftonline.cn) and go to Entra ID > App registrations > New registration. Give the app a name, choose the accounts of this organizational directory only (Single tenant), leave Redirect URI empty and press Register. From Overview take the Application (client) ID and the Directory (tenant) ID.',
    'In the app go to API permissions > Add a permission > Microsoft Graph > Application permissions (not: Delegated permissions), tick User.Read.All, for leave dates User-LifeCycleInfo.Read.All, for groups GroupMember.Read.All, and press Add permissions. Then press "Grant admin consent", for which a Privileged Role Administrator is needed: until it says Granted, every request is refused. With leave dates switched on and without User-LifeCycleInfo.Read.All, Graph gives empty dates or refuses everything.',
    'Go to Certificates & secrets > Client secrets > New client secret, choose when it ends (24 months at most) and press Add. Copy the Value, which is shown only now (the Secret ID is not it), and enter it here with the two IDs of step 1. When a secret has ended reading stops: make another one in time and enter it here.',
    'Choose what a disabled account means: leave it at terminated if accounts are disabled when people leave; choose leave if they are disabled during absences too. Accounts that are disabled and have a hire date ahead have not started yet. Shared mailboxes and rooms are accounts as well: filter them out, by employee number or by group: name the Object IDs of groups (Entra ID > Groups), and filters know who is in them directly.',
    'Optional, to see changes at once: have a developer subscribe with the same app: POST https://graph.microsoft.com/v1.0/subscriptions with {"resource": "users", "changeType": "updated,deleted", "notificationUrl": the address shown here, "clientState": a long random secret, "expirationDateTime": at most 29 days ahead}. The address first gets a validationToken in its query and has to answer with it as text/plain within 10 seconds. Enter the secret here. A subscription ends by itself and has to be renewed before (PATCH /subscriptions/{id}).',
  ],
  credentialsStep: 3,
  push,
});
