import { defineManifest, listField, secretField, tenantField } from '@rollcall/core';

// What an interface calls our fields: by the set-up, and as those made for others do (`emailAddress`, `lineManager` …).
const names = { firstName: 'firstName', lastName: 'lastName', preferredName: 'preferredName' } as const;
const emails = { workEmail: 'workEmail | emailAddress', personalEmail: 'personalEmail' } as const;
const card = { id: 'employeeId', employeeNumber: 'employeeNumber', ...names, ...emails } as const;
const units = { department: 'department', team: 'team', legalEntity: 'legalEntity', costCenter: 'costCenter' } as const;
const managers = { managerId: 'managerId', managerEmail: 'managerEmail | lineManager' } as const;
const work = { jobTitle: 'jobTitle', employmentType: 'employmentType', workLocation: 'location' } as const;
const job = { ...work, ...units, ...managers } as const;
const dates = { startDate: 'startDate | currentHiredOn | firstDay', terminationDate: 'endDate' } as const;
const others = { status: 'employmentStatus', phone: 'mobilePhone', bankAccount: 'iban', updatedAt: 'modified' } as const;
const ofPeople = { ...card, ...job, ...dates, ...others } as const;
const rowValidFrom = 'rowValidFrom | validFrom | Rivi_voimassa_alkaen_pvm';
const rowValidTo = 'rowValidTo | validTo | Rivi_voimassa_asti_pvm';
const all = { ...ofPeople, country: 'country', bic: 'bic', rowValidFrom, rowValidTo } as const;
const derived = { employmentTypeLabel: 'employmentType', customFields: 'all further fields of the person' } as const;

const namesOf = <Names extends object>(fields: Names) => Object.keys(fields) as (keyof Names)[];

export type OurField = keyof typeof all;
export const ourFields = namesOf(all);

/** All that a field map may name, and what each is called without one. */
export const aliases = Object.fromEntries(
  Object.entries(all).map(([field, names]) => [field, names.split(' | ')]),
) as unknown as Readonly<Record<OurField, readonly string[]>>;

const statusHelp = 'What your words in employmentStatus mean: active, leave, preboarding or terminated. Dates decide without it.';

export const manifest = defineManifest({
  slug: 'sympa',
  name: 'Sympa',
  docsUrl: 'https://documenter.getpostman.com/view/33639379/2sA3kXG1vX',
  api: { version: 'interfaces of the customer', checked: '2026-11-22' },
  config: {
    // The user name of HTTP Basic, which ends at the first colon; it decides whose data come.
    apiKey: { ...tenantField('API key', 'Settings > API: the key (client).', '5f1c710aa1b25f1c', '[^\\s:]+'), secret: true },
    apiSecret: secretField('API secret', 'Shown beside the API key when it is generated.', 'a0b15f1c710aa1b2'),
    interfaceName: tenantField('Interface name', 'As in its address behind /api/.', 'RollcallEmployees', '[A-Za-z0-9_-]{1,128}'),
    fields: {
      type: 'fieldMap',
      fields: ourFields,
      optional: true,
      label: 'Field names',
      help: 'Only for fields whose alias is not that of the guide: the alias, or table and alias with a dot between them.',
      example: '{"workEmail": "Työsähköposti", "startDate": "Työsuhdetiedot.Työsuhteen_alkupvm"}',
    },
    statusWords: listField('Words for the status', statusHelp, 'Perhevapaa=leave', '.+=(active|leave|preboarding|terminated)'),
  },
  baseUrl: 'https://api.sympahr.net/api',
  hosts: ['api.sympahr.net'],
  endpoints: { reads: ['GET /$metadata', 'GET /{interfaceName}'] },
  limits: { concurrency: 1, note: 'Sympa publishes no limit; others read once a day or a few times a day.' },
  pageSize: null,
  requests: '2',
  permissions: [
    { name: 'Interface of type GET on the employee register', gives: namesOf(card), required: true },
    { name: 'Fields startDate and endDate', gives: ['status', ...namesOf(dates)] },
    { name: 'Fields of the job', gives: [...namesOf(job), 'employmentTypeLabel'] },
    { name: 'Field mobilePhone', gives: ['phone'] },
    { name: 'Field iban', gives: ['bankAccount'] },
    { name: 'Field modified', gives: ['updatedAt'] },
  ],
  capabilities: { get: true, changes: 'hint', webhook: false, push: false, discover: true },
  fieldPaths: { ...ofPeople, ...derived, status: 'endDate, startDate, employmentStatus' },
  setup: [
    'Sign in to Sympa with rights to the settings, open Settings and, under Integrations, API. Generate an API key and copy both parts: the key (client) and the secret.',
    'Press + to add an integration. Name it RollcallEmployees: the name becomes part of the address. Choose the interface type GET and the API key of step 1.',
    'Choose the employee register as the card base.',
    'Choose which persons are included: active ones, ended ones and coming ones. With active ones only, leavers vanish without a last day and nobody is seen before they start.',
    'Leave the forced filter empty: whoever it drops looks as if they were gone. Choose as unique identifier a field that everybody has and that never changes; people without it cannot be read, and while there are some nobody counts as missing.',
    'Add these fields and give each this alias exactly, capitals included. From the register: employeeId (the unique identifier), employeeNumber, firstName, lastName, preferredName, workEmail, personalEmail, mobilePhone, modified (when the person was changed) and, only if bank accounts are to be read, iban and bic. From the table of employments, under the alias employment: startDate, endDate, jobTitle, department, team, location, country, legalEntity, costCenter, managerId (the employeeId of the manager; or else managerEmail), employmentType, employmentStatus, and the validity of the row as rowValidFrom and rowValidTo. Without startDate and endDate the status of everybody is unknown. Every further field of the register is read as a custom field: add none that the platform should not have, such as identity codes.',
    'Activate the interface, and enter the API key, the secret and the name of the interface here. An interface that exists already can be used too: enter under Field names what it calls the fields. Sympa has no webhooks; changes are found when employees are read again.',
  ],
  credentialsStep: 1,
});
