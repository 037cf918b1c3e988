import type { PushManifest } from '@rollcall/core';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** What the standard names, for senders of every kind. Source: RFC 7643, 4.1 and 4.3 (read 2026-11). */
export const manifest: PushManifest = {
  slug: 'scim',
  name: 'SCIM 2.0',
  docsUrl: 'https://datatracker.ietf.org/doc/html/rfc7644',
  api: { version: 'SCIM 2.0 (RFC 7643, RFC 7644)', checked: '2026-11-22' },
  push: {
    setup: [
      'Have two things at hand: the SCIM address of the application you are in, which ends in /scim/v2, and a token that it has shown you once.',
      'Sign in to your identity provider or HR system as an administrator who may set up provisioning, and open its provisioning settings for this application. They are usually called Provisioning or Identity Management; where there is a list of ready-made applications, take the one called custom SCIM, SCIM 2.0 or SCIM Bearer.',
      'Choose SCIM version 2.0. Enter the SCIM address as base URL (also called tenant URL or endpoint), exactly as it is shown, without /Users behind it.',
      'Choose the authentication by bearer token (also called API token, secret token or OAuth bearer token) and enter the token. Test the connection, and save.',
      'Match people by userName. It should be the address by which a person signs in here, and no two people may have the same.',
      'Map the attributes of the table below. Without active nobody can be seen to leave; without the manager there are no teams.',
      'Switch on creating, updating and deactivating users. Leave the synchronisation of passwords off: a password that is sent is forgotten.',
      'If teams or filters should follow groups, switch on the pushing of groups and choose them.',
      'Assign one person first and look at the preview here; then assign everybody else. Whoever is unassigned or deactivated there is offboarded here, under the policy you have set.',
      'When a token has to be changed, make a new one here and enter it there: the old one stays good for a day.',
    ],
    mappings: [
      {
        from: 'sign-in name',
        to: 'userName',
        gives: ['workEmail'],
        note: 'used as work e-mail where no e-mail is sent and it is an address',
      },
      { from: 'account is active', to: 'active', gives: ['status'], note: 'true and false; false says that the person has left' },
      { from: 'stable id of the person', to: 'externalId', gives: [] },
      { from: 'first name', to: 'name.givenName', gives: ['firstName'] },
      { from: 'last name', to: 'name.familyName', gives: ['lastName'] },
      { from: 'name that is shown', to: 'displayName', gives: ['preferredName'], note: 'nickName goes before it' },
      { from: 'work e-mail', to: 'emails[type eq "work"].value', gives: ['workEmail'] },
      { from: 'private e-mail', to: 'emails[type eq "home"].value', gives: ['personalEmail'] },
      {
        from: 'phone',
        to: 'phoneNumbers[type eq "work"].value',
        gives: ['phone'],
        note: 'type mobile where there is none for work',
      },
      { from: 'job title', to: 'title', gives: ['jobTitle'] },
      { from: 'kind of employment', to: 'userType', gives: ['employmentType', 'employmentTypeLabel'] },
      { from: 'office', to: 'addresses[type eq "work"].locality', gives: ['workLocation'] },
      {
        from: 'country of the office',
        to: 'addresses[type eq "work"].country',
        gives: ['workLocation'],
        note: 'two letters, as FR',
      },
      { from: 'time zone', to: 'timezone', gives: ['workLocation'], note: 'a name of IANA, as Europe/Paris' },
      { from: 'employee number', to: `${enterprise}:employeeNumber`, gives: ['employeeNumber'] },
      { from: 'department', to: `${enterprise}:department`, gives: ['department'] },
      { from: 'division', to: `${enterprise}:division`, gives: ['division'] },
      { from: 'company', to: `${enterprise}:organization`, gives: ['legalEntity'] },
      { from: 'cost centre', to: `${enterprise}:costCenter`, gives: ['costCenter'] },
      {
        from: 'manager',
        to: `${enterprise}:manager.value`,
        gives: ['managerId'],
        note: 'the id that the user was given here; an external id, a sign-in name, an e-mail or an employee number does as well',
      },
      {
        from: 'pushed groups',
        to: 'Group.members',
        gives: ['team', 'customFields'],
        note: 'who is in one group has it as team; all groups are the custom field groups',
      },
    ],
  },
};
