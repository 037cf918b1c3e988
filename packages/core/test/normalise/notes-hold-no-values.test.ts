import { describe, expect, test } from 'vitest';
import {
  bankAccount,
  country,
  customValue,
  email,
  group,
  identifier,
  instant,
  oneOf,
  phone,
  plainDate,
  readEmployees,
  statusOf,
  text,
  type EmployeeDraft,
  type MapReport,
} from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, people } from '../support/acme.ts';

const secrets = ['canary-secret-text', 'GB30NWBK60161331926819', 'canary@@acme.test'];
const shapes = (secret: string): unknown[] => [secret, [secret], { [secret]: secret }, [{ secret }], () => secret];

type Normaliser = (value: unknown, report: MapReport) => unknown;

const normalisers: Record<string, Normaliser> = {
  text: (value, report) => text(value, report, 'firstName'),
  phone: (value, report) => phone(value, report),
  identifier: (value, report) => identifier(value, report, 'managerId'),
  email: (value, report) => email(value, report, 'workEmail'),
  plainDate: (value, report) => plainDate(value, report, 'startDate', { order: 'dmy' }),
  instant: (value, report) => instant(value, report, 'updatedAt'),
  oneOf: (value, report) => oneOf(value, { staff: 'full_time' }, report, 'employmentType'),
  statusOf: (value, report) => statusOf(value, { here: 'active' }, report),
  country: (value, report) => country(value, report, 'workLocation'),
  iban: (value, report) => bankAccount({ iban: value }, report),
  accountNumber: (value, report) => bankAccount({ accountNumber: [value] }, report),
  customValue: (value, report) => customValue([value, null], report),
  group: (value, report) => group({ id: [value], name: [value] }, report, 'department'),
};

describe('no note of a read holds a value', () => {
  test.each(Object.keys(normalisers))('%s', async (name) => {
    for (const value of secrets.flatMap(shapes)) {
      const vendor = createVendor([people('1')]);
      const map = (record: { id: string }, report: MapReport): EmployeeDraft => {
        normalisers[name]?.(value, report);
        return { id: record.id, status: 'active' };
      };
      const fields = ['bankAccount', 'firstName', 'managerId', 'workEmail', 'startDate', 'updatedAt'] as const;
      const more = ['employmentType', 'workLocation', 'customFields', 'department', 'phone'] as const;
      const read = readEmployees(acme(vendor, { map }), { config, clock, fields: [...fields, ...more] });

      const pages = await collect(read.pages());
      const said = JSON.stringify([pages, await read.report]);

      for (const secret of secrets) expect(said).not.toContain(secret);
    }
  });

  test('and every normaliser has something to say about a value it cannot read', async () => {
    const unheard: string[] = [];
    for (const [name, normalise] of Object.entries(normalisers)) {
      const vendor = createVendor([people('1')]);
      const map = (record: { id: string }, report: MapReport): EmployeeDraft => {
        normalise({}, report);
        return { id: record.id, status: 'active' };
      };
      const fields = ['bankAccount', 'firstName', 'managerId', 'workEmail', 'startDate', 'updatedAt'] as const;
      const more = ['employmentType', 'workLocation', 'customFields', 'department', 'phone'] as const;
      const read = readEmployees(acme(vendor, { map }), { config, clock, fields: [...fields, ...more] });
      await collect(read);
      if ((await read.report).issues.length === 0) unheard.push(name);
    }
    expect(unheard).toEqual([]);
  });
});
