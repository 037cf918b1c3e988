import { defineManifest, secretField, switchField, tenantField } from '@rollcall/core';

const asTheyAre = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, name]));

/**
 * The sets that are read, and the properties that are asked for. Source: the articles on the People, Communications and
 * Employments entities (cezannehr.screenstepslive.com, API v1, 2026-11).
 */
export const documented = {
  People: asTheyAre('PERSONID GIVENNAME FAMILYNAME PREFERREDGIVENNAME ACTIVEEMPLOYEE'),
  Communications: asTheyAre(
    'PERSONID INTERNALEMAILADDRESS EXTERNALEMAILADDRESS ALTERNATEEMAILADDRESS WORKPHONENUMBER MOBILEPHONENUMBER',
  ),
  Employments: asTheyAre('PERSONID EFFECTIVEFROM EFFECTIVETO PRIMARYEMPLOYMENT TRANSLATEDCOMPANYNAME COMPANYCODE'),
};

// Of deployments nothing is documented: whose and of when they are is called as elsewhere, the rest as the customer says.
const ofJobs = { jobTitle: [], department: [], workLocation: [], costCenter: [], managerId: [], employmentType: [] };
export const ofDeployments = { personId: 'PERSONID', from: 'EFFECTIVEFROM', to: 'EFFECTIVETO', ...ofJobs };

const inDeployments = ['entitySet', ...Object.keys(ofDeployments)];
const allNames = new Set([documented, ...Object.values(documented)].flatMap((names) => Object.keys(names)));

const person = { id: 'People.PERSONID', employeeNumber: 'People.PERSONID', preferredName: 'People.PREFERREDGIVENNAME' } as const;
const names = { firstName: 'People.GIVENNAME', lastName: 'People.FAMILYNAME' } as const;
const email = { workEmail: 'Communications.INTERNALEMAILADDRESS' } as const;
const otherEmail = { personalEmail: 'Communications.EXTERNALEMAILADDRESS | Communications.ALTERNATEEMAILADDRESS' } as const;
const phone = { phone: 'Communications.WORKPHONENUMBER | Communications.MOBILEPHONENUMBER' } as const;
const dates = { startDate: 'Employments.EFFECTIVEFROM', terminationDate: 'Employments.EFFECTIVETO' } as const;
const company = { legalEntity: 'Employments.TRANSLATEDCOMPANYNAME | Employments.COMPANYCODE' } as const;
const standing = { ...dates, ...company, status: 'Employments.EFFECTIVEFROM, Employments.EFFECTIVETO' } as const;
const job = { jobTitle: 'Deployments.jobTitle', managerId: 'Deployments.managerId' } as const;
const units = { department: 'Deployments.department', costCenter: 'Deployments.costCenter' } as const;
const type = { employmentType: 'Deployments.employmentType', employmentTypeLabel: 'Deployments.employmentType' } as const;
const deployed = { ...job, ...units, ...type, workLocation: 'Deployments.workLocation' } as const;

const optional = { optional: true } as const;
const text = (label: string, help: string, example: string, pattern: string) => ({ label, help, example, pattern, ...optional });
const nameMap = (fields: Iterable<string>, label: string, help: string, example: string) =>
  ({ type: 'fieldMap', fields: [...fields], label, help, example, ...optional }) as const;
const jobNames = '{"entitySet":"Deployments","jobTitle":"JOBTITLE","managerId":"MANAGERPERSONID"}';

// Never the data service itself, to which a person could be posted.
const tokenUrl = 'https://[a-z0-9][a-z0-9-]{0,62}\\.cezanneondemand\\.com/(?!.*\\.[sS][vV][cC])[A-Za-z0-9_.~/-]+';
// Which one it is, only the customer can tell.
const tokenPaths = ['{a}', '{a}/{b}', '{a}/{b}/{c}', '{a}/{b}/{c}/{d}', '{a}/{b}/{c}/{d}/{e}'] as const;
const service = 'GET /{version}/dataservice.svc';

export const manifest = defineManifest({
  slug: 'cezanne',
  name: 'Cezanne HR',
  docsUrl: 'https://api.cezannehr.com',
  api: { version: 'v7', checked: '2026-11-22' },
  config: {
    subdomain: { type: 'subdomain', domain: 'cezanneondemand.com', label: 'Subdomain', help: 'Often w3.', example: 'w3' },
    clientId: { ...tenantField('Client ID', 'Left out with a username and a password.', '7f1c-fictional-client'), ...optional },
    clientSecret: { ...secretField('Client secret', 'Belongs to the client ID.', 'Qx7fictional0secret'), ...optional },
    tokenUrl: text('Token URL', 'Where tokens are issued, on your site.', 'https://w3.cezanneondemand.com/oauth/token', tokenUrl),
    clientInBody: switchField('Client ID in the body', 'Only if Cezanne refuses a client ID and a secret that are right.'),
    scope: text('Scope', 'Only if Cezanne wants scopes named for a token.', 'api.read', '[!-~]+(?: [!-~]+)*'),
    username: { ...text('Username', 'In place of the client ID.', 'rollcall.reader', '[^:]+'), tenant: true },
    password: { ...secretField('Password', 'Belongs to the username.', 'fictional0password'), pattern: '.+', ...optional },
    version: text('API version', 'Only if Cezanne tells you to use another one than v7.', 'v7', 'v[0-9]{1,2}'),
    deployments: nameMap(inDeployments, 'Deployments', 'What Cezanne calls the set with jobs, and its properties.', jobNames),
    fields: nameMap(allNames, 'Other names', 'Where your Cezanne differs from its documentation.', '{"GIVENNAME":"FIRSTNAME"}'),
  },
  baseUrl: 'https://{subdomain}.cezanneondemand.com/cezanneondemand',
  hosts: ['{subdomain}.cezanneondemand.com'],
  endpoints: {
    reads: [`${service}/$metadata`, `${service}/{set}`, `${service}/{set}('{id}')`],
    tokens: ['POST /oauth/token', ...tokenPaths.map((path) => `POST /${path}` as const)],
  },
  limits: { concurrency: 2, note: 'Cezanne publishes neither limits nor the size of its pages: its links are followed.' },
  pageSize: 100,
  requests: '2 + pages of People + pages of Communications + pages of Employments (+ pages of the deployments, where named)',
  permissions: [
    { name: 'API read access', gives: ['id', 'firstName', 'lastName', 'status'], required: true },
    { name: 'Communications', gives: ['workEmail', 'personalEmail', 'phone'] },
    { name: 'Employments', gives: ['startDate', 'terminationDate', 'legalEntity'] },
  ],
  capabilities: { get: 'hint', changes: 'none', webhook: false, push: false, discover: true },
  fieldPaths: { ...person, ...names, ...email, ...otherEmail, ...phone, ...standing, ...deployed },
  setup: [
    'In Cezanne make a user for the integration, best of the kind "External HR Professional", which has no person record of its own, with "Password never expires": when its password expires, nothing can be read any more. Its security role decides who is read: HR Professional sees everyone, Restricted HR only whom the role names, Line Manager only their own reports, Self Service nobody else. Whom it does not see is missing without a word, so it has to see everyone, leavers included.',
    'Go to Administration > Security Settings > Authorised Applications and press "Add New". Enter a name and a description and press OK. Leave "Allowed Callbacks" empty.',
    'As "Service Account User" choose the user of the first step, and save. The user then shows under "User Exceptions" by itself.',
    'Open the tab "Application Scopes" and turn on "Token Information" and "API read access". Leave "API write access" off. Without "API read access" nothing can be read.',
    'Copy the Client ID and the Client Secret, which is visible only while the screen is open (a new one can be generated), and enter them here with the subdomain of your site (the first part of its address) and the token URL that the API documentation or the support of Cezanne names for it.',
    'Or, in place of the second to the fifth step: under Authorised Applications enable "OData Authentication Service", add the user of the first step to its "User Exceptions" with the pencil, and enter the username and the password here.',
    'See to it that everybody has a Person Code in Cezanne, unique and never changed: it is the id by which people are known here.',
    'Optional, for job titles, departments, locations, cost centres, managers and employment types: they belong to the deployments of people, whose names Cezanne does not publish. List what your Cezanne has with "rollcall fields cezanne", and enter under Deployments the entity set and the properties that hold them. Cezanne sends no webhooks: changes are seen with the next read.',
  ],
  credentialsStep: 5,
});
