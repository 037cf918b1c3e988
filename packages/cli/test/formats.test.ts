import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Employee, Operation } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { nearest } from '../src/nearest.ts';
import { Output } from '../src/output.ts';
import { createFormat } from '../src/read/employee-format.ts';
import { showOperations } from '../src/show/show-operations.ts';

const person: Employee = {
  id: '7',
  status: 'active',
  firstName: 'Ada "the first"',
  lastName: '=HYPERLINK("x")',
  phone: '+47 22 33 44 55',
  jobTitle: '+cmd|x',
  department: { id: 'd1', name: 'Ops,\nNorth' },
  division: { id: 'd2', name: null },
  customFields: { size: 3 },
};

describe('formats of a read', () => {
  test('csv quotes after RFC 4180 and lets no spreadsheet run a formula', () => {
    const fields = [
      'id',
      'firstName',
      'lastName',
      'phone',
      'jobTitle',
      'department',
      'division',
      'customFields',
      'team',
    ] as const;
    const format = createFormat('csv', { fields, width: 80 });
    expect(format.page([person])).toBe(
      `${fields.join(',')}\r\n7,"Ada ""the first""","'=HYPERLINK(""x"")",+47 22 33 44 55,'+cmd|x,"Ops,\nNorth",d2,"{""size"":3}",\r\n`,
    );
    expect(format.page([{ id: '8', status: 'leave' }])).toBe('8,,,,,,,,\r\n');
  });

  test('a table fits the terminal, keeps its columns over pages, and shows nothing that steers it', () => {
    const format = createFormat('table', { fields: ['id', 'firstName', 'department'], width: 30 });
    const [head, rule, row] = format.page([{ ...person, firstName: 'A\u001b[2Jda, whose name goes on and on' }]).split('\n');
    expect(head).toMatch(/^id +firstName +department$/);
    expect(rule).toMatch(/^─+/);
    expect(row).not.toContain('\u001b');
    expect(Array.from(row!).length).toBeLessThanOrEqual(30);
    expect(row).toContain('…');
    expect(format.page([{ id: '8', status: 'leave' }])).toBe('8\n');
  });

  test('ndjson keeps the difference between empty and absent', () => {
    const format = createFormat('ndjson', { fields: ['id'], width: 80 });
    expect(format.page([{ id: '8', status: 'leave', phone: null }])).toBe('{"id":"8","status":"leave","phone":null}\n');
  });
});

describe('operations', () => {
  const [from, to] = ['Kari', 'Kåre'];
  const update: Operation = {
    kind: 'update',
    key: 'k',
    employeeId: '7',
    memberId: 'm1',
    rule: 'M1',
    reason: 'differs',
    evidence: { readId: 'r', field: 'firstName', path: 'name.first', value: 'text' },
    before: { firstName: from },
    after: { firstName: to },
  };

  test('say which fields change, and with names what stood and will stand in them', async () => {
    const stdout = new PassThrough();
    const io = { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {}, cwd: '.' };
    const output = new Output({ ...io, signal: new AbortController().signal }, false);
    showOperations(output, [update], undefined);
    showOperations(output, [update], () => 'Kari\u001b[2J Li');
    stdout.end();
    const shown = await text(stdout);
    const [without, withNames] = shown.split('\n').filter((line) => line.includes('M1'));
    expect(without).toMatch(/update +│ 7 +│ firstName +│ M1 +│ differs/);
    expect(withNames).toContain(`firstName: ${from} → ${to}`);
    expect(shown).not.toContain('\u001b[2J');
  });
});

describe('suggestions', () => {
  test.each([
    ['personoi', 'personio'],
    ['WORKEMAIL', 'workEmail'],
    ['clientid', 'clientId'],
    ['xyz', undefined],
  ])('%s suggests %s', (typed, expected) => {
    expect(nearest(typed, ['personio', 'workEmail', 'clientId'])).toBe(expected);
  });
});
