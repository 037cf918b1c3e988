import { employeeSchema, readEmployees, receiveWebhook, type EmployeeDraft, type EmployeeField } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { lucca } from '../src/index.ts';

type Json = Readonly<Record<string, unknown>>;

interface Given {
  readonly employee?: Json;
  readonly employment?: Json;
  readonly position?: Json;
  /** What belongs to the employee, by list. */
  readonly rows?: Readonly<Record<string, readonly Json[]>>;
}

function mapped({ employee, employment = {}, position = {}, rows = {} }: Given): {
  readonly employee: EmployeeDraft;
  readonly notes: readonly string[];
} {
  const notes: string[] = [];
  const record = lucca.record.parse({ employee: { id: '1', ...employee }, employment, position, ...rows });
  const draft = lucca.map(record, {
    config: { host: 'fernhollow.ilucca.net', clientId: 'c', clientSecret: 's' },
    today: '2026-11-22',
    note: (field: EmployeeField, kind) => notes.push(`${field} ${kind}`),
  });
  employeeSchema.parse(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)));
  return { employee: draft, notes };
}

describe('status', () => {
  test.each([
    ['active', 'active'],
    ['upcoming', 'preboarding'],
    ['deactivated', 'terminated'],
    ['Active', 'active'],
    ['archived', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
    [1, 'unknown'],
  ])('%s is %s', (status, expected) => {
    expect(mapped({ employee: { status } }).employee.status).toBe(expected);
  });

  test.each([
    ['a fixed term has an end from its first day and ends nobody', 'active', '2026-11-01', '2027-05-31', 'active'],
    ['the last day is included', 'active', '2020-01-01', '2026-11-22', 'active'],
    ['the word is believed while the day is not over everywhere', 'active', '2020-01-01', '2026-11-21', 'active'],
    ['a gap between two employments is upcoming with the next start', 'upcoming', '2027-02-01', null, 'preboarding'],
    ['an unknown word is no leaver, whatever the end', 'away', '2020-01-01', '2021-12-31', 'unknown'],
  ])('%s', (_, status, start, end, expected) => {
    const employment = { start: { date: start }, end: end === null ? null : { date: end } };
    expect(mapped({ employee: { status }, employment }).employee).toMatchObject({
      status: expected,
      startDate: start,
      terminationDate: end,
    });
  });
});

describe('manager', () => {
  test.each([
    ['another employee', { id: '880' }, '880'],
    ['themselves, which is how Lucca enters nobody', { id: '1' }, null],
    ['none', null, null],
    ['not delivered', undefined, undefined],
    ['a reference without an id', {}, undefined],
    ['an id as a number', { id: 880 }, '880'],
    ['an id beyond 2^53', { id: '90071992547409931' }, '90071992547409931'],
  ])('%s', (_, manager, expected) => {
    expect(mapped({ position: { manager } }).employee.managerId).toBe(expected);
  });

  test('themselves, when ids come as numbers', () => {
    expect(mapped({ employee: { id: 7 }, position: { manager: { id: '7' } } }).employee.managerId).toBeNull();
  });
});

describe('what is named by id', () => {
  const reference = { id: '32', type: 'department', url: 'https://fernhollow.ilucca.net/lucca-api/departments/32' };

  test.each([
    ['with its name', { departments: [{ id: '32', name: 'Glasshouse' }] }, { id: '32', name: 'Glasshouse' }],
    ['not among the names', { departments: [] }, { id: '32', name: null }],
    ['names that may not be read', {}, { id: '32', name: null }],
  ])('%s', (_, rows, expected) => {
    expect(mapped({ position: { department: reference }, rows }).employee.department).toEqual(expected);
  });

  test('a place of work has a country in two letters and a time zone', () => {
    const place = (row: Json): Given => ({
      position: { businessEstablishment: { id: '5' } },
      rows: { 'business-establishments': [{ id: '5', name: 'Nantes', ...row }] },
    });
    const whole = mapped(place({ address: { countryCode: 'CHE' }, timezoneId: 'Europe/Zurich' }));
    expect(whole.employee.workLocation).toEqual({ id: '5', name: 'Nantes', country: 'CH', timeZone: 'Europe/Zurich' });
    const bare = mapped(place({ address: null, timezoneId: null }));
    expect(bare.employee.workLocation).toEqual({ id: '5', name: 'Nantes' });
    const strange = mapped(place({ address: { countryCode: 'XQX' } }));
    expect(strange.employee.workLocation).toEqual({ id: '5', name: 'Nantes' });
    expect(strange.notes).toEqual(['workLocation unknown_value']);
  });

  test('remoteId is an id elsewhere and never the employee number', () => {
    expect(mapped({ employee: { remoteId: 'HR-7', employeeNumber: null } }).employee.employeeNumber).toBeNull();
  });

  test('a day and month of birth is not read', () => {
    expect(mapped({ employee: { birthDay: { day: 4, month: 9 } } }).notes).toEqual([]);
  });
});

describe('employment type', () => {
  test.each([
    ['a permanent contract is no type of ours', { audience: 'employee', term: 'permanent' }, null, []],
    ['a fixed term', { audience: 'employee', term: 'fixed' }, 'fixed_term', []],
    ['the audience before the term', { audience: 'student', term: 'fixed' }, 'intern', []],
    ['a term without audience', { audience: null, term: 'fixed' }, 'fixed_term', []],
    ['another term', { audience: 'employee', term: 'seasonal' }, undefined, ['employmentType unknown_value']],
    ['another audience', { audience: 'robot', term: 'fixed' }, undefined, ['employmentType unknown_value']],
    ['neither', {}, undefined, []],
  ])('%s', (_, template, expected, notes) => {
    const { employee, notes: noted } = mapped({ rows: { 'employment-templates': [template] } });
    expect(employee.employmentType).toBe(expected);
    expect(noted).toEqual(notes);
  });

  test.each([
    ['title', { title: 'CDI' }],
    ['name', { name: 'CDI' }],
  ])('the label is the %s of the template', (_, template) => {
    expect(mapped({ rows: { 'employment-templates': [template] } }).employee.employmentTypeLabel).toBe('CDI');
  });
});

describe('job title', () => {
  const qualifications = { 'job-qualifications': [{ title: 'Élagueur' }] };

  test.each([
    ['its own', { jobTitle: 'Arboriste' }, qualifications, 'Arboriste'],
    ['the title of the qualification', { jobTitle: null }, qualifications, 'Élagueur'],
    ['the name of the qualification', { jobTitle: '' }, { 'job-qualifications': [{ name: 'Élagueur' }] }, 'Élagueur'],
    ['none', { jobTitle: null }, {}, null],
    ['not delivered', {}, {}, undefined],
  ])('%s', (_, position, rows, expected) => {
    expect(mapped({ position, rows }).employee.jobTitle).toBe(expected);
  });
});

describe('legal entity', () => {
  test.each([
    ['legalName', { legalName: 'Fernhollow SAS' }],
    ['name', { name: 'Fernhollow SAS' }],
  ])('its name is its %s', (_, entity) => {
    const given = { employment: { legalEntity: { id: '12' } }, rows: { 'legal-entities': [entity] } };
    expect(mapped(given).employee.legalEntity).toEqual({ id: '12', name: 'Fernhollow SAS' });
  });
});

describe('updatedAt', () => {
  test('the latest of employee, employment and position, with four digits of a second', () => {
    const { employee } = mapped({
      employee: { lastUpdatedAt: '2026-03-04T10:20:30.0001Z' },
      employment: { lastUpdatedAt: '2026-03-04T10:20:30.9999Z' },
      position: { lastUpdatedAt: null },
    });
    expect(employee.updatedAt).toBe('2026-03-04T10:20:30.9999Z');
  });
});

describe('bank account', () => {
  const iban = 'FR7699999999990000000000153';
  const of = (bankAccount: unknown) => mapped({ rows: { 'employee-personal-records': [{ bankAccount }] } });

  test.each([
    ['an IBAN', { format: 'iban', accountIdentifier: 'FR76 9999 9999 9900 0000 0000 153', bankIdentifier: null }, { iban }],
    ['the earlier form', { format: 'iban', iban, bic: 'ZZFHFRP1' }, { iban, bic: 'ZZFHFRP1' }],
    ['a form without format', { iban }, { iban }],
    [
      'an example of the documentation',
      { format: 'other', accountNumber: '1', routingNumber: '2' },
      { accountNumber: '1', routingNumber: '2' },
    ],
    ['nothing in it', { format: 'other', accountIdentifier: null, bankIdentifier: null }, null],
    ['none', null, null],
    ['not delivered', undefined, undefined],
  ])('%s', (_, details, expected) => {
    expect(of(details).employee.bankAccount).toEqual(expected);
  });

  test('a wrong IBAN is noted and left out', () => {
    const { employee, notes } = of({ format: 'iban', accountIdentifier: 'FR0012345' });
    expect(employee.bankAccount).toBeUndefined();
    expect(notes).toEqual(['bankAccount invalid']);
  });
});

describe('custom fields', () => {
  const row = (id: unknown, value: unknown): Json => ({ definition: { id }, value });
  const of = (rows: readonly Json[]) => mapped({ rows: { 'employee-attributes': rows } });

  test('values, several values, a choice, none', () => {
    const rows = [row('e_a', 'x'), row('e_b', 1), row('e_b', 2), row('e_c', { id: '984' }), row('e_d', null)];
    expect(of(rows).employee.customFields).toEqual({ e_a: 'x', e_b: ['1', '2'], e_c: '984', e_d: null });
  });

  test.each([
    ['a list', ['x', 2], ['x', '2']],
    ['a list of one', ['x'], ['x']],
    ['a list of choices', [{ id: '984', type: 'taxonomy-label' }, { id: '985' }], ['984', '985']],
    ['a list with a gap', ['x', null], ['x']],
    ['an empty list', [], []],
  ])('%s within one value', (_, value, expected) => {
    expect(of([row('e_a', value)]).employee.customFields).toEqual({ e_a: expected });
  });

  test('an object without an id is noted and left out', () => {
    const { employee, notes } = of([row('e_a', { street: 'x' })]);
    expect(employee.customFields).toEqual({});
    expect(notes).toEqual(['customFields unreadable']);
  });

  test('not read is absent', () => {
    expect(mapped({}).employee.customFields).toBeUndefined();
  });
});

describe('config', () => {
  const start = (host: string) => () =>
    readEmployees(lucca, { config: { host, clientId: 'client', clientSecret: 'secret-of-nobody' } });

  test.each([
    'fernhollow.ilucca.net',
    'fern-hollow2.ilucca.ch',
    'fernhollow.ilucca-test.net',
    'fernhollow.ilucca-demo.ch',
    'fernhollow-trial.sandbox.eu1.luccasoftware.com',
    'fernhollow-trial.sandbox.ch1.luccasoftware.com',
  ])('%s is an account', (host) => {
    expect(start(host)).not.toThrow();
  });

  test.each([
    'fernhollow.ilucca.com',
    'ilucca.net',
    'fernhollow.ilucca.net.evil.example',
    'evil.example/fernhollow.ilucca.net',
    'evil.example#.ilucca.net',
    'user@fernhollow.ilucca.net',
    'a.b.ilucca.net',
    '-x.ilucca.net',
    'x-.ilucca.net',
    'fernhollow.sandbox.eu3.luccasoftware.com',
    'accounts.world.luccasoftware.com',
    'https://fernhollow.ilucca.net/home',
    '127.0.0.1',
  ])('%s is none', (host) => {
    expect(start(host)).toThrow(/config\.host/);
  });
});

describe('ids of custom fields', () => {
  const start = (customFields: readonly string[]) => () =>
    readEmployees(lucca, {
      config: { host: 'fernhollow.ilucca.net', clientId: 'c', clientSecret: 'secret-of-nobody', customFields },
    });

  test.each(['e_badgeNumber', 'jobPosition.remoteDays', 'employment.e_site'])('%s is one', (id) => {
    expect(start([id])).not.toThrow();
  });

  test.each(['Badge number', 'e_a&employee.id=1', 'a.b.c'])('%s is none', (id) => {
    expect(start([id])).toThrow(/config\.customFields/);
  });
});

describe('webhook', () => {
  test('an old delivery is refused: it may be a copy', () => {
    const body = new TextEncoder().encode('{"topic":"employee.updated","data":{"id":"1"}}');
    const headers = { 'lucca-signature': 'x', 'lucca-timestamp': '2026-11-22T08:00:00Z' };
    const options = { secret: 'fernhollow-hook-secret', now: new Date('2026-11-22T09:00:00Z') };
    expect(() => receiveWebhook(lucca, { headers, body }, options)).toThrow();
  });
});
