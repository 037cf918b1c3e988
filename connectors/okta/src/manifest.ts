import { defineManifest, listField, secretField, tenantField } from '@rollcall/core';
import { mappings, pushSetup } from './push.ts';

const person = { id: 'user.id', employeeNumber: 'user.profile.employeeNumber', workEmail: 'user.profile.email' } as const;
const otherName = { preferredName: 'user.profile.nickName | user.profile.displayName' } as const;
const names = { ...otherName, firstName: 'user.profile.firstName', lastName: 'user.profile.lastName' } as const;
const phone = { phone: 'user.profile.primaryPhone | user.profile.mobilePhone' } as const;
const contact = { ...phone, personalEmail: 'user.profile.secondEmail' } as const;
const job = { jobTitle: 'user.profile.title', department: 'user.profile.department' } as const;
const unit = { team: 'user.profile.division', division: 'user.profile.division' } as const;
const company = { legalEntity: 'user.profile.organization', costCenter: 'user.profile.costCenter' } as const;
const place = { workLocation: ', user.profile.city, user.profile.countryCode, user.profile.timezone' } as const;
const type = { employmentType: 'user.profile.userType', employmentTypeLabel: 'user.profile.userType' } as const;
const manager = { managerId: 'user.profile.managerId', managerEmail: 'user.profile.managerId' } as const;
const state = { status: 'user.status', updatedAt: 'user.lastUpdated' } as const;
// Okta has no attributes for these: where customers keep them, they say so.
const own = 'user.profile';
const ofCustomers = { startDate: own, terminationDate: own, customFields: own } as const;
const ofPeople = { ...person, ...names, ...contact, ...place, ...manager, ...state } as const;

const attributes = ['employeeNumber', 'personalEmail', 'phone', 'jobTitle', 'department', 'division'] as const;
const others = ['startDate', 'terminationDate', 'team', 'legalEntity', 'costCenter', 'workLocation'] as const;
/** Fields that a customer may keep in another attribute than Okta's own. */
const mappable = [...attributes, ...others, 'managerId', 'employmentType', 'preferredName'] as const;

const optional = { optional: true } as const;
const orgHelp = 'The address of your Okta, as in your browser. The -admin of the Admin Console is left out by itself.';
const org = '(?:https://)?[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]';
const cells = '(?:(?:okta|okta-emea|oktapreview|okta-gov|trexcloud)\\.com|okta\\.mil)(?:/\\S*)?';
const domainHelp = 'Only if the API is to be asked under a domain of your own: then in place of the Okta address.';
const domain = tenantField('Custom domain', domainHelp, 'login.brackenford.example', '(?:[a-z0-9-]+\\.)+[a-z]{2,}');
const client = tenantField('Client ID', 'Of the API Services app (step 2). Left out with an API token.', '0oa4fictional7client');
const keyExample = '{"kty":"RSA","kid":"rollcall","use":"sig","e":"AQAB","n":"fictional","d":"fictional"}';
const key = secretField('Private key', 'The private key that step 2 shows once, as JSON or PEM.', keyExample);
const keyPattern = '\\{.*\\}|.*-----BEGIN [A-Z ]*PRIVATE KEY-----.*';
const keyIdHelp = 'Only for a key in PEM form: the KID shown beside it. One in JSON form brings its own.';
const keyId = { label: 'Key ID', help: keyIdHelp, example: 'rollcall', pattern: '\\S+', ...optional } as const;
const token = secretField('API token', 'In place of client ID and private key (step 2).', '00fictional-token-of-brackenford');
const attributesHelp = 'Attributes to read as custom fields. Left out: all that are not Okta’s own.';
const fieldsHelp = 'Where your Okta keeps these in attributes of another name: the variable name of the attribute.';
const fieldsExample = '{"startDate":"hireDate","terminationDate":"lastDay"}';
const fields = { type: 'fieldMap', fields: mappable, label: 'Other attributes', ...optional } as const;

const windows = [{ requests: 300, perSeconds: 60 }] as const;
const resetHeader = { name: 'X-Rate-Limit-Reset', unit: 'epoch-seconds' } as const;
const note = 'By default 600 a minute for an organization, half of it for one app or token (Reports > Rate Limits).';

export const manifest = defineManifest({
  slug: 'okta',
  name: 'Okta',
  category: 'identity',
  delivery: 'both',
  docsUrl: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/',
  api: { version: 'v1', checked: '2026-11-22' },
  config: {
    org: tenantField('Okta address', orgHelp, 'brackenford.okta.com', `${org}\\.${cells}`),
    customDomain: { ...domain, ...optional },
    clientId: { ...client, ...optional },
    privateKey: { ...key, pattern: keyPattern, multiline: true, ...optional },
    keyId,
    apiToken: { ...token, ...optional },
    fields: { ...fields, help: fieldsHelp, example: fieldsExample },
    customAttributes: listField('Custom attributes', attributesHelp, 'badgeColour, floor', '\\w+'),
  },
  baseUrl: 'https://{org}',
  hosts: ['{org}'],
  endpoints: { reads: ['GET /api/v1/users', 'GET /api/v1/users/{id}'], tokens: ['POST /oauth2/v1/token'] },
  limits: { concurrency: 2, windows, resetHeader, note },
  pageSize: 200,
  requests: 'ceil(n / 200) + ceil(deactivated / 200), each at least one, and 1 for the log-in of an app',
  permissions: [
    { name: 'Okta API Scopes > okta.users.read', gives: [], required: true },
    { name: 'Read-only Administrator', gives: ['id', 'workEmail', 'firstName', 'lastName', 'status'], required: true },
    { name: 'All profile attributes (no condition in a custom admin role)', gives: attributes },
  ],
  capabilities: { get: true, changes: 'hint', webhook: true, push: true, discover: true },
  push: { setup: pushSetup, mappings },
  fieldPaths: { ...ofPeople, ...job, ...unit, ...company, ...type, ...ofCustomers },
  setup: [
    'Decide for an app of its own, which Okta recommends, or for an API token. For an app sign in to the Admin Console as a super administrator, go to Applications > Applications > Create App Integration, choose API Services, press Next, enter a name and press Save. A token needs no app: make a user of its own with the role Read-only Administrator instead.',
    'App: on the tab General, under Client Credentials, press Edit, choose "Public key / Private key" as client authentication and "Save keys in Okta", press Add key, then Generate new key, and copy the private key: it is shown this once, as JSON or, under PEM, as PEM (then copy the KID as well). Press Done and Save. Under General Settings press Edit, clear "Require Demonstrating Proof of Possession (DPoP) header in token requests" and save: it is ticked in new apps, and while it is, no token is given. Copy the Client ID. API token: sign in as the user of step 1, go to Security > API > Tokens, press Create token, and copy it: it is shown this once, works from elsewhere only if its network restriction allows that, ends with the user, and ends when nobody has used it for 30 days.',
    'App: on the tab Okta API Scopes press Grant beside okta.users.read: without it no token is given. On the tab Admin roles press Edit assignments and assign Read-only Administrator: without a role nobody can be read. A custom admin role does too, for the user of a token as well, if it may view all users with all their attributes: whom it does not see is missing here without a word.',
    'Enter the address of your Okta, and either Client ID and private key (with the KID of a PEM key) or the API token.',
    'If hire dates and last days are kept in attributes of your own, enter their variable names under Other attributes (Directory > Profile Editor > User (default)): without them nobody has a first or a last day, and people whose activation is pending count as active. "rollcall fields okta" lists the attributes that people have.',
    'Optional, to see changes at once: go to Workflow > Event Hooks > Create Event Hook, enter the address shown here as Endpoint URL, Authorization as authentication field, and a long random text as authentication secret, which you also enter here. Choose the events User created, activated, deactivated, suspended, unsuspended, deleted and profile updated (user.lifecycle.create, .activate, .deactivate, .suspend, .unsuspend, .delete.initiated and user.account.update_profile). Press Save & Continue and then Verify: without it nothing is sent.',
  ],
  credentialsStep: 2,
});
