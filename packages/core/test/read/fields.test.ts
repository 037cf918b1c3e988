import { describe, expect, test } from 'vitest';
import { ConfigError, readEmployees, type EmployeeField } from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, listPages, type AcmeDefinition } from '../support/acme.ts';

const ann = { id: '1', first: 'Ann', mail: 'ann@acme.test', state: 'active', left: null, iban: 'GB29NWBK60161331926819' };

async function keysFor(fields?: readonly EmployeeField[]): Promise<string[]> {
  const options = fields === undefined ? { config, clock } : { config, clock, fields };
  const [employee] = await collect(readEmployees(acme(createVendor([[ann]])), options));
  return Object.keys(employee ?? {}).sort();
}

describe('the fields of a read', () => {
  test('are all but the bank account', async () => {
    expect(await keysFor()).toEqual(['firstName', 'id', 'status', 'terminationDate', 'workEmail']);
  });

  test('are those that are asked for, and always id and status', async () => {
    expect(await keysFor(['workEmail'])).toEqual(['id', 'status', 'workEmail']);
    expect(await keysFor([])).toEqual(['id', 'status']);
  });

  test('are the bank account only when it is asked for', async () => {
    expect(await keysFor(['bankAccount'])).toEqual(['bankAccount', 'id', 'status']);
    const read = readEmployees(acme(createVendor([[ann]])), { config, clock });
    expect(JSON.stringify([await collect(read), await read.report])).not.toContain(ann.iban);
  });

  test('that are not asked for cannot quarantine anybody', async () => {
    const map = ({ id }: { id: string }) => ({ id, status: 'active' as const, startDate: 'soon' });
    const read = readEmployees(acme(createVendor([[ann]]), { map }), { config, clock, fields: ['workEmail'] });

    expect(await collect(read)).toEqual([{ id: '1', status: 'active' }]);
  });

  test('tell a connector which look-ups it can leave out', async () => {
    const wanted: boolean[] = [];
    const list: AcmeDefinition['list'] = (context) => {
      wanted.push(context.wants('department'), context.wants('jobTitle', 'department'));
      wanted.push(context.wants('jobTitle'), context.wants('id'), context.wants());
      return listPages(context);
    };
    await collect(readEmployees(acme(createVendor([[ann]]), { list }), { config, clock, fields: ['department'] }));

    expect(wanted).toEqual([true, true, false, true, false]);
  });

  test('that no employee has are refused by name', () => {
    const fields = ['workemail'] as unknown as EmployeeField[];

    expect(() => readEmployees(acme(createVendor([])), { config, fields })).toThrow(ConfigError);
  });
});
