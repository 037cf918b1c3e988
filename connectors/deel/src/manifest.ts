import { defineManifest } from '@rollcall/core';

const people = { id: 'id', employeeNumber: 'worker_id', managerId: 'direct_manager.id', updatedAt: 'updated_at' };
const addresses = { workEmail: 'emails[type=work].value', personalEmail: 'emails[type=personal].value' };
const names = { firstName: 'first_name', lastName: 'last_name', preferredName: 'preferred_first_name', jobTitle: 'job_title' };
const words = { status: 'person_status', employmentType: 'hiring_type', employmentTypeLabel: 'hiring_type' };
const days = { startDate: 'start_date', terminationDate: 'employments[].termination_last_day' };
const groups = { department: 'department', team: 'employments[].team', legalEntity: 'client_legal_entity' };
const details = { phone: 'personal.phone_numbers[]', bankAccount: 'banks[]', customFields: 'custom_fields[].value' };
const fieldPaths = {
  ...people,
  ...addresses,
  ...names,
  ...words,
  ...days,
  ...groups,
  workLocation: ', work_location, country',
  ...details,
};

const detailReads = ['GET /rest/v2/people/{id}/personal', 'GET /rest/v2/gp/workers/{id}/banks'] as const;

export const manifest = defineManifest({
  slug: 'deel',
  name: 'Deel',
  docsUrl: 'https://developer.deel.com/api/endpoints/people/get-people',
  api: { version: 'v2, X-Version 2026-01-01', checked: '2026-11-22' },
  config: {
    token: {
      label: 'Organization token',
      help: 'Shown once, when it is generated under More > Developer > Access Tokens.',
      example: 'fictional-organization-token-8Qm2Xk3',
      pattern: '\\S+',
      secret: true,
    },
    environment: {
      type: 'choice',
      choices: ['production', 'sandbox'],
      fallback: 'production',
      label: 'Environment',
      help: 'Choose sandbox only for an account of the Deel sandbox, which has tokens of its own.',
      example: 'production',
    },
    employeeNumber: {
      type: 'choice',
      choices: ['worker_id', 'external_id'],
      fallback: 'worker_id',
      label: 'Employee number',
      help: 'worker_id is the number that Deel gives; choose external_id if you keep your own numbers in Deel as External ID.',
      example: 'worker_id',
    },
    moreDetails: {
      type: 'boolean',
      label: 'Phone numbers, long leave and custom fields',
      help: 'Reads them for each person, which takes two more requests each at five requests a second. Leave it out if nobody uses them.',
      example: 'true',
      optional: true,
    },
  },
  baseUrl: { by: 'environment', urls: { production: 'https://api.letsdeel.com', sandbox: 'https://api-sandbox.demo.deel.com' } },
  hosts: ['api.letsdeel.com', 'api-sandbox.demo.deel.com'],
  endpoints: { reads: ['GET /rest/v2/people', 'GET /rest/v2/people/{id}', ...detailReads] },
  limits: { concurrency: 2, windows: [{ requests: 5, perSeconds: 1 }], note: 'All tokens of the organization share it.' },
  pageSize: 100,
  requests:
    'ceil(n / 100), plus ceil(leavers / 100) (at least 1) when the list holds none of them; with phone numbers, long leave and custom fields 2 n more, with bank accounts 1 more for each direct employee',
  permissions: [
    { name: 'Scope people:read', gives: ['id', 'startDate', 'jobTitle', 'employmentTypeLabel', 'updatedAt'], required: true },
    { name: 'Scope organizations:read', gives: ['department', 'legalEntity'] },
    { name: 'Sensitive data: names and e-mail addresses', gives: ['firstName', 'lastName', 'workEmail', 'personalEmail'] },
  ],
  capabilities: { get: true, changes: 'none', webhook: true, push: false },
  fieldPaths,
  setup: [
    'Sign in to Deel as an Organization Admin and open More > Developer (in older accounts: Apps & Perks > Developer Center). If the menu is missing, ask your account manager at Deel for API access.',
    'Open the tab Access Tokens, press "Generate new token", give it a label and choose the type "Organization token". A personal token is refused, or sees only what its user sees.',
    'Tick the scopes people:read and organizations:read: without the first nobody can be read, without the second departments and legal entities may be missing.',
    'Give the token access to the whole organization. With access to some groups only, people of all other groups are missing from the list without a word, as if they had been deleted.',
    'Under "Customize sensitive data" allow names and e-mail addresses, and phone numbers and bank accounts only if they are used here. A box that is not ticked makes its fields disappear from every answer; without names or e-mail addresses nobody is read.',
    'Press "Generate", copy the token at once (it is shown only now) and enter it here. It stays valid when the person who made it leaves. For an account of the Deel sandbox choose the sandbox environment.',
    'Switch phone numbers, long leave and custom fields on only if you use them: they take two requests for each person, and a read of 1,000 people then takes about seven minutes.',
    'Optional, to see changes at once: on the Developer page open the tab Webhooks, create a webhook with the address shown here and the events worker.v2.created, worker.v2.updated, worker.v2.deleted and contract.terminated, and enter its signing key here.',
  ],
  credentialsStep: 6,
});
