import { defineManifest, secretField, tenantField } from '@rollcall/core';

const level = <const Field extends string>(field: Field) => `levels.${field}.Id, levels.${field}.Title` as const;

const person = { id: 'employee.Id', employeeNumber: 'employee.DisplayId', preferredName: 'employee.KnownAs' } as const;
const names = { firstName: 'employee.FirstName', lastName: 'employee.LastName' } as const;
const emails = { workEmail: 'emails.Organization', personalEmail: 'emails.Personal' } as const;
const phones = { phone: 'phones.Organization Mobile | phones.Organization Landline' } as const;
const dates = { startDate: 'employee.EmploymentStartDate', terminationDate: 'employee.EmploymentLeftDate' } as const;
const job = { jobTitle: 'job.JobTitle', employmentType: 'job.Contract', employmentTypeLabel: 'job.Contract' } as const;
const reports = { managerId: 'job.LineManagerId', costCenter: 'job.CostCentre | employee.CostCentre' } as const;
const units = { department: level('department'), division: level('division'), team: level('team') } as const;
const places = { legalEntity: level('legalEntity'), workLocation: level('workLocation') } as const;
const others = { status: 'employee.EmploymentLeftDate', bankAccount: 'account', updatedAt: 'employee.LastModifiedOn' } as const;

/** What a level of the hierarchy may hold: customers give their levels a meaning of their own. */
export const levelFields = ['department', 'division', 'team', 'legalEntity', 'workLocation'] as const;
export const ofJobs = ['jobTitle', 'managerId', 'costCenter', 'employmentType', 'employmentTypeLabel'] as const;
const levels = { type: 'fieldMap', label: 'Levels of the hierarchy', optional: true } as const;
const example = '{"legalEntity":"1","department":"4"}';
const named = ['id', 'employeeNumber', 'firstName', 'lastName', 'preferredName', 'workEmail', 'personalEmail', 'phone'] as const;
const ofEmployees = [...named, 'status', 'startDate', 'terminationDate', 'updatedAt'] as const;
const reads = ['GET /employees', 'GET /employees/{id}', 'GET /jobs', 'GET /hierarchy', 'GET /bankdetails'] as const;

export const manifest = defineManifest({
  slug: 'iris-cascade',
  name: 'IRIS Cascade',
  docsUrl: 'https://help.iris.co.uk/hr/cascade/api/',
  api: { version: 'v2', checked: '2026-11-22' },
  config: {
    clientId: tenantField('Client key', 'IRIS calls it Client Key or Client ID.', 'k7QfictionalClientKey0Larkhill02'),
    clientSecret: secretField('Client secret', 'Comes together with the client key.', 'Qx7fictional0secret'),
    fields: { ...levels, fields: levelFields, help: 'Which level of the hierarchy holds what; the top is level 1.', example },
  },
  baseUrl: 'https://api.iris.co.uk/hr/v2',
  hosts: ['api.iris.co.uk'],
  endpoints: { reads, tokens: ['POST /oauth2/v1/token'] },
  limits: { concurrency: 4, windows: [{ requests: 100, perSeconds: 60 }], note: 'All integrations share it; 144,000 a day.' },
  pageSize: 250,
  requests: '1 + ceil(n / 250) + ceil(job rows / 250) + ceil(hierarchy nodes / 250) + ceil(bank details / 250) if asked for',
  permissions: [
    { name: 'Employees', gives: ofEmployees, required: true },
    { name: 'Jobs', gives: ofJobs, required: true },
    { name: 'Hierarchy', gives: levelFields },
    { name: 'Bank Details', gives: ['bankAccount'] },
  ],
  capabilities: { get: true, changes: 'hint', webhook: false, push: false, discover: true },
  fieldPaths: { ...person, ...names, ...emails, ...phones, ...dates, ...job, ...reports, ...units, ...places, ...others },
  setup: [
    'Ask your IRIS account manager, or write to hrapi@iris.co.uk, to enable the IRIS HR API for your Cascade system. There is no screen in Cascade for it.',
    'Ask for a key with Read Only permissions for Employees, Jobs and Hierarchy, and for Bank Details only if bank accounts are to be read. Without Jobs nothing is read, as nobody would have a manager or a department; without Hierarchy departments have no names.',
    'IRIS sends a client key (also called client ID) and a client secret by e-mail. They belong to your system and to nobody in it. Enter both here. If they are lost or refused, ask IRIS for new ones.',
    'Optional: departments, teams, divisions, companies and locations are levels of your hierarchy. Open Admin > People, Posts and Skills > Hierarchy, count the levels from the top, which is 1, and enter here which level holds what. Otherwise the department of people is the place in the hierarchy of their job.',
    'IRIS Cascade sends no webhooks: changes are seen with the next read.',
  ],
  credentialsStep: 3,
});
