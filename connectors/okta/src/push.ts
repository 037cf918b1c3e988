const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const toAdd = `add it under "Go to Profile Editor > Add Attribute" where it is missing: external namespace ${enterprise}`;

/**
 * Provisioning from the App Integration Wizard, for an administrator of Okta. Source: the guides on SCIM provisioning of
 * github.com/okta/okta-developer-docs and https://support.okta.com/help/s/article/What-are-SCIM-20-Test-Apps (2026-11).
 */
export const pushSetup = [
  'Have the SCIM address and the token at hand that are shown here; the token is shown this once. The address ends in /scim/v2 and must hold no underscore (_): Okta refuses an address with one. Your plan has to include Lifecycle Management: without it an app has no tab Provisioning.',
  'Sign in to the Admin Console and go to Applications > Applications > Create App Integration. Choose SAML 2.0 or SWA (not OIDC, to which SCIM cannot be added this way), press Next, and finish the wizard; if people already sign in here through such an app, open that one instead.',
  'In the app open the tab General, press Edit beside App Settings, choose SCIM under Provisioning, and press Save. A tab Provisioning appears.',
  'Open Provisioning > Integration and press Edit. Enter the SCIM address as "SCIM connector base URL", without /Users behind it, and userName as "Unique identifier field for users", written exactly so.',
  'Under "Supported provisioning actions" tick Push New Users, Push Profile Updates and, if teams or filters should follow groups, Push Groups. Leave the Import boxes clear: Okta would take people back from here. Without Push Profile Updates no change and no leaver arrives.',
  'As Authentication Mode choose HTTP Header, and paste the token under Authorization, without the word Bearer, which stands there already. Press Test Connector Configuration: it has to succeed for the actions that you ticked. Press Save.',
  'Open Provisioning > To App, press Edit, tick Enable beside Create Users, Update User Attributes and Deactivate Users, and press Save. Without Deactivate Users nobody ever leaves. Leave Sync Password off: a password that is sent is forgotten.',
  'On the same page, under Attribute Mappings, press "Show Unmapped Attributes" and go through the table of attributes below. The two attributes of the manager are not mapped by default: press the pencil beside managerValue, choose "Map from Okta Profile" and managerId, choose "Create and update", and press Save. Without it there are no managers and no teams that follow them. It may hold the Okta ID, the username, the e-mail or the employee number of the manager.',
  'Open the tab Assignments and assign one person first. Look at the preview here, then assign everybody else, best by groups: whoever is unassigned, suspended or deactivated in Okta is offboarded here, under the policy you have set. People who were assigned before provisioning was switched on are marked in red: press "Provision User".',
  'If groups are wanted: open the tab Push Groups, press Push Groups > Find groups by name (or by rule), choose the groups with "Push group memberships immediately" ticked, and press Save. Only members who are assigned to the app are pushed: take groups for pushing that are not those of the assignment, or memberships may be missing. Leave "Unlink pushed groups" for later: a group that is unlinked and kept here no longer changes.',
  'Look now and then at Dashboard > Tasks: a call that failed for good stands there until somebody presses "Retry Selected"; Okta does not try again by itself.',
  'To try it out, the catalogue template "SCIM 2.0 Test App (Header Auth)" works too: Applications > Browse App Catalog, add it, and under Provisioning press Configure API Integration, tick Enable API Integration, enter the SCIM address as Base URL and the token as API Token (with or without Bearer before it), press Test API Credentials and Save. Steps 7 to 10 are the same. Okta wants these templates for tests only.',
];

/** What of Okta's profile becomes what: the mappings of the wizard's apps, and those to be added. */
export const mappings = [
  { from: 'login', to: 'userName', gives: ['workEmail'], note: 'on the tab Sign On; used as work e-mail only without one' },
  { from: 'status', to: 'active', gives: ['status'], note: 'sent by itself; suspended and deactivated people are not active' },
  { from: 'id', to: 'externalId', gives: [], note: 'sent by itself' },
  { from: 'firstName', to: 'name.givenName', gives: ['firstName'], note: 'mapped already' },
  { from: 'lastName', to: 'name.familyName', gives: ['lastName'], note: 'mapped already' },
  { from: 'email', to: 'emails[type eq "work"].value', gives: ['workEmail'], note: 'mapped already' },
  { from: 'secondEmail', to: 'emails[type eq "home"].value', gives: ['personalEmail'], note: 'only if you want it here' },
  { from: 'displayName', to: 'displayName', gives: ['preferredName'], note: 'mapped already; nickName goes before it' },
  { from: 'nickName', to: 'nickName', gives: ['preferredName'] },
  { from: 'title', to: 'title', gives: ['jobTitle'] },
  { from: 'userType', to: 'userType', gives: ['employmentType', 'employmentTypeLabel'] },
  { from: 'primaryPhone', to: 'phoneNumbers[type eq "work"].value', gives: ['phone'] },
  { from: 'mobilePhone', to: 'phoneNumbers[type eq "mobile"].value', gives: ['phone'], note: 'where there is none for work' },
  { from: 'city', to: 'addresses[type eq "work"].locality', gives: ['workLocation'] },
  { from: 'countryCode', to: 'addresses[type eq "work"].country', gives: ['workLocation'], note: 'two letters, as FR' },
  { from: 'timezone', to: 'timezone', gives: ['workLocation'], note: 'a name of IANA, as Europe/Paris' },
  { from: 'employeeNumber', to: `${enterprise}:employeeNumber`, gives: ['employeeNumber'] },
  { from: 'department', to: `${enterprise}:department`, gives: ['department'] },
  { from: 'division', to: `${enterprise}:division`, gives: ['division'] },
  { from: 'organization', to: `${enterprise}:organization`, gives: ['legalEntity'] },
  { from: 'costCenter', to: `${enterprise}:costCenter`, gives: ['costCenter'] },
  { from: 'managerId', to: `${enterprise}:manager.value`, gives: ['managerId'], note: `not mapped by default; ${toAdd}` },
  { from: 'manager', to: `${enterprise}:manager.displayName`, gives: [], note: 'not needed' },
  { from: 'pushed groups', to: 'Group.members', gives: ['team', 'customFields'], note: 'who is in exactly one has it as team' },
] as const;
