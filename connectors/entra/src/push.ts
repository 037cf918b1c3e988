import type { Manifest } from '@rollcall/core';

const byDefault = 'Mapped by default.';
const added = 'Add it: not mapped by default.';
const company = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** How Entra is made to push. Source: https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups (2026-11). */
export const push = {
  setup: [
    'Sign in at https://entra.microsoft.com as Application Administrator or Cloud Application Administrator. To assign groups, which is the usual way, the organization needs Entra ID P1; people within nested groups are not pushed.',
    'Go to Entra ID > Enterprise apps > New application > Create your own application. Give it a name, choose "Integrate any other application you don\'t find in the gallery (Non-gallery)" and press Create.',
    'In the application open Provisioning and press New configuration (in older menus: Get started, Provisioning Mode Automatic).',
    'Under Tenant URL enter the SCIM address shown here with ?aadOptscim062020 at its end, such as https://app.example/scim/v2?aadOptscim062020; it makes Entra keep to the standard, and everything works without it too. Under Secret token enter the token that was made here; a box left empty is no token. Press Test Connection, and when it has succeeded, Create (or Save).',
    'Open Attribute mapping (Mappings) > Provision Microsoft Entra ID Users and change the list to what is mapped below: the row mailNickname > externalId becomes objectId > externalId, and rows that are missing are added with Add New Mapping. Keep userPrincipalName > userName as matching attribute (precedence 1).',
    'In the same list leave Switch([IsSoftDeleted], , "False", "True", "True", "False") > active as it is. Do not map accountEnabled to active: then somebody who is no longer assigned is never deactivated. A disabled account is pushed as inactive without that.',
    'Leave Provision Microsoft Entra ID Groups switched on if groups shall be used in filters and as teams; else set its box Enabled to No. Save.',
    'Go to Users and groups > Add user/group and assign who shall be known here, managers included. Under Provisioning > Settings set Scope to "Sync only assigned users and groups".',
    'Go to Provisioning > Provision on demand, choose one person and press Provision: within seconds the person is shown here. Then go to Overview and press Start provisioning.',
    'The first cycle takes from minutes to hours, the following ones run every 40 minutes or so; that cannot be changed. If too much fails, Entra puts the application into quarantine, asks once a day only, and stops after four weeks: the reason is under Provisioning > Provisioning logs.',
  ],
  mappings: [
    { from: 'userPrincipalName', to: 'userName', gives: ['workEmail'], note: byDefault },
    { from: 'objectId', to: 'externalId', gives: [], note: 'In place of mailNickname, which changes.' },
    { from: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")', to: 'active', gives: ['status'], note: 'Leave it.' },
    { from: 'mail', to: 'emails[type eq "work"].value', gives: ['workEmail'], note: byDefault },
    { from: 'givenName', to: 'name.givenName', gives: ['firstName'], note: byDefault },
    { from: 'surname', to: 'name.familyName', gives: ['lastName'], note: byDefault },
    { from: 'displayName', to: 'displayName', gives: ['preferredName'], note: byDefault },
    { from: 'jobTitle', to: 'title', gives: ['jobTitle'], note: byDefault },
    { from: 'employeeId', to: `${company}:employeeNumber`, gives: ['employeeNumber'], note: byDefault },
    { from: 'department', to: `${company}:department`, gives: ['department'], note: byDefault },
    { from: 'manager', to: `${company}:manager`, gives: ['managerId'], note: byDefault },
    { from: 'telephoneNumber', to: 'phoneNumbers[type eq "work"].value', gives: ['phone'], note: byDefault },
    { from: 'mobile', to: 'phoneNumbers[type eq "mobile"].value', gives: ['phone'], note: byDefault },
    {
      from: 'city',
      to: 'addresses[type eq "work"].locality',
      gives: ['workLocation'],
      note: 'Delete it to see offices instead.',
    },
    { from: 'physicalDeliveryOfficeName', to: 'addresses[type eq "work"].formatted', gives: ['workLocation'], note: byDefault },
    { from: 'country', to: 'addresses[type eq "work"].country', gives: ['workLocation'], note: byDefault },
    { from: 'companyName', to: `${company}:organization`, gives: ['legalEntity'], note: added },
    { from: 'employeeOrgData.costCenter', to: `${company}:costCenter`, gives: ['costCenter'], note: added },
    { from: 'employeeOrgData.division', to: `${company}:division`, gives: ['division'], note: added },
    { from: 'employeeType', to: 'userType', gives: ['employmentType', 'employmentTypeLabel'], note: added },
  ],
} as const satisfies NonNullable<Manifest['push']>;
