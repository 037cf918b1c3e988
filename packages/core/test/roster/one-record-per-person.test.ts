import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Employee } from '../../src/employee/employee.ts';
import { oneRecordPerPerson } from '../../src/roster/one-record-per-person.ts';
import { dayInZone } from '../../src/scope/day-in-zone.ts';
import { employmentOf, type Employment } from '../../src/scope/employment.ts';

const options = { today: dayInZone(new Date('2026-11-02T09:00:00Z')), timeZone: 'UTC', accessDaysBeforeStart: 0 };

/** Records named a, b, c …; unless said otherwise Maren Lie, employed since 2020, with one address and no number. */
function records(...facts: readonly Partial<Employee>[]): Employee[] {
  return facts.map((more, index) => ({
    id: 'abcdef'.charAt(index),
    status: 'active',
    workEmail: 'maren@fjordkiste.example',
    firstName: 'Maren',
    lastName: 'Lie',
    startDate: '2020-01-01',
    terminationDate: null,
    ...more,
  }));
}

function employmentsOf(employees: readonly Employee[]): Map<string, Employment> {
  return new Map(employees.map((employee) => [employee.id, employmentOf(employee, options)]));
}

/** `b>a`: b is history of a. `a=b`: a and b are disputed. */
function roster(employees: readonly Employee[]): string {
  const { people, disputed } = oneRecordPerPerson(employees, employmentsOf(employees));
  const groups = new Set([...disputed.values()].map((ids) => ids.join('=')));
  return [...groups, ...[...people].map(([id, standing]) => `${id}>${standing}`)].sort().join(' ');
}

const ended: Partial<Employee> = { status: 'terminated', terminationDate: '2024-06-30' };
const oslo = { legalEntity: { id: 'e1', name: 'Fjordkiste AS' } };
const turku = { legalEntity: { id: 'e2', name: 'Fjordkiste Oy' } };
const ola = { firstName: 'Ola', lastName: 'Berg' };

describe('L7 whose records are one person', () => {
  test.each<[string, readonly Partial<Employee>[], string]>([
    ['one record is one person', [{}], ''],
    ['the same work e-mail', [ended, { startDate: '2025-01-01' }], 'a>b'],
    ['different e-mails', [ended, { workEmail: 'ml@fjordkiste.example' }], ''],
    ['no e-mail on either', [{ ...ended, workEmail: null }, { workEmail: null }], ''],
    [
      'the same personal e-mail',
      [
        { ...ended, workEmail: null, personalEmail: 'm@post.example' },
        { workEmail: null, personalEmail: 'm@post.example' },
      ],
      '',
    ],
    ['the same e-mail, different numbers', [{ ...ended, employeeNumber: '1' }, { employeeNumber: '2' }], ''],
    [
      'the same e-mail and number, in two legal entities',
      [
        { ...ended, ...turku, employeeNumber: '1' },
        { ...oslo, employeeNumber: '1' },
      ],
      'a>b',
    ],
    [
      'the same e-mail and number, though both names changed',
      [
        { ...ended, employeeNumber: '1' },
        { ...ola, employeeNumber: '1' },
      ],
      'a>b',
    ],
    ['the same e-mail, one number', [{ ...ended, employeeNumber: '1' }, {}], 'a>b'],
    ['the same e-mail, another last name', [ended, { lastName: 'Lie-Berg' }], 'a>b'],
    ['the same e-mail, names not delivered', [{ ...ended, firstName: null, lastName: null }, ola], 'a>b'],
    ['a shared mailbox: both names differ', [{}, { ...ola, startDate: '2025-01-01' }], ''],
    ['an address that went from a leaver to somebody else', [ended, ola], ''],
    [
      'a shared mailbox in which two records carry one number',
      [{ ...ended, employeeNumber: '1' }, { employeeNumber: '1' }, { employeeNumber: '2' }, {}],
      'a>b',
    ],
    ['the same number alone', [{ ...ended, workEmail: null, employeeNumber: '1' }, { employeeNumber: '1' }], ''],
    [
      'the same number, one without address, in two entities',
      [
        { ...ended, ...turku, workEmail: null, employeeNumber: '1' },
        { ...oslo, employeeNumber: '1' },
      ],
      '',
    ],
    [
      'the same number, one without address, in one entity',
      [
        { ...ended, ...oslo, workEmail: null, employeeNumber: '1' },
        { ...oslo, employeeNumber: '1' },
      ],
      'a>b',
    ],
    [
      'the same number, both without address, in one entity',
      [
        { ...ended, ...oslo, workEmail: null, employeeNumber: '1' },
        { ...oslo, workEmail: null, employeeNumber: '1' },
      ],
      'a>b',
    ],
    [
      'the same number, in entities known by name',
      [
        { ...ended, legalEntity: { name: 'Fjordkiste AS' }, workEmail: null, employeeNumber: '1' },
        { legalEntity: { name: 'FJORDKISTE AS' }, employeeNumber: '1' },
      ],
      'a>b',
    ],
    [
      'the same number, in entities without id and name',
      [
        { ...ended, legalEntity: { name: null }, workEmail: null, employeeNumber: '1' },
        { legalEntity: { name: null }, employeeNumber: '1' },
      ],
      '',
    ],
    [
      'the same number at two addresses of one entity, and a record that could be either',
      [
        { ...oslo, employeeNumber: '1' },
        { ...oslo, employeeNumber: '1', workEmail: 'ml@fjordkiste.example' },
        { ...ended, ...oslo, employeeNumber: '1', workEmail: null },
      ],
      '',
    ],
    [
      'two records without address, which could be either of two people',
      [
        { ...oslo, employeeNumber: '1' },
        { ...oslo, employeeNumber: '1', workEmail: 'ml@fjordkiste.example' },
        { ...ended, ...oslo, employeeNumber: '1', workEmail: null },
        { ...ended, ...oslo, employeeNumber: '1', workEmail: null },
      ],
      '',
    ],
    [
      'two records at one address and one without',
      [
        { ...ended, ...oslo, employeeNumber: '1' },
        { ...oslo, employeeNumber: '1' },
        { ...ended, ...oslo, employeeNumber: '1', workEmail: null },
      ],
      'a>b c>b',
    ],
    [
      'three records, joined by address and by number',
      [
        { ...ended, ...oslo, workEmail: null, employeeNumber: '1' },
        { ...oslo, employeeNumber: '1' },
        { ...ended, startDate: '2018-01-01' },
      ],
      'a>b c>b',
    ],
  ])('L7 %s', (_what, facts, expected) => {
    expect(roster(records(...facts))).toBe(expected);
    expect(roster(records(...facts).reverse())).toBe(expected);
  });
});

describe('L7 which record stands for the person', () => {
  const upcoming: Partial<Employee> = { status: 'preboarding', startDate: '2026-12-01' };
  const ending: Partial<Employee> = { status: 'terminated', terminationDate: '2026-11-30' };
  const unknown: Partial<Employee> = { status: 'unknown' };

  test.each<[string, readonly Partial<Employee>[], string]>([
    ['the newest active employment', [{}, { startDate: '2025-01-01' }, { startDate: '2023-01-01' }], 'a>b c>b'],
    ['an active employment before a newer one that is over', [{}, { ...ended, startDate: '2024-01-01' }], 'b>a'],
    ['leave is active', [{ status: 'leave' }, ended], 'b>a'],
    ['an active employment before one that will come', [upcoming, {}], 'a>b'],
    ['an employment in its last days before one that will come', [upcoming, ending], 'a>b'],
    ['one that will come before one that is over', [ended, upcoming], 'a>b'],
    ['the newest where all are over', [ended, { ...ended, startDate: '2022-01-01' }], 'a>b'],
    ['the last to end where all began on one day', [ended, { ...ended, terminationDate: '2025-12-31' }], 'a>b'],
    ['the first by id where nothing tells them apart and all are over', [ended, ended], 'b>a'],
    ['S3 an active employment before one whose status nobody understands', [unknown, {}], 'a>b'],
    ['S3 a status that nobody understands before an employment that is over: no leaver by doubt', [unknown, ended], 'b>a'],
    ['S3 a status that nobody understands before one that will come', [upcoming, unknown], 'a>b'],
    ['nobody’s where two active employments began on one day', [{}, {}, ended], 'a=b=c'],
    ['nobody’s where an active employment has no start', [{ startDate: null }, {}], 'a=b'],
    ['an older tie does not matter', [{ startDate: '2019-01-01' }, { startDate: '2019-01-01' }, {}], 'a>c b>c'],
    ['the missing start of an employment that is over does not matter', [{ ...ended, startDate: null }, {}], 'a>b'],
  ])('L7 %s', (_what, facts, expected) => {
    expect(roster(records(...facts))).toBe(expected);
    expect(roster(records(...facts).reverse())).toBe(expected);
  });

  test('L7 S3 a record of which no employment is known, or one of a state without a name here, is nothing to build on', () => {
    const employees = records({}, ended);
    const partly = new Map([['b', { state: 'ended', rule: 'V1' } as const]]);
    expect(oneRecordPerPerson(employees, partly).people).toEqual(new Map([['b', 'a']]));
    const novel = new Map<string, Employment>(partly).set('a', { state: 'on_the_moon', rule: 'V1' } as never);
    expect(oneRecordPerPerson(employees, novel).people).toEqual(new Map([['b', 'a']]));
    expect(oneRecordPerPerson(employees, novel.set('b', { state: 'eligible', rule: 'S1' })).people).toEqual(
      new Map([['a', 'b']]),
    );
  });
});

describe('L7 properties', () => {
  const someday = fc.constantFrom(null, '2019-01-01', '2022-01-01', '2026-12-01');
  const person = fc.record(
    {
      status: fc.constantFrom('active', 'leave', 'preboarding', 'terminated', 'unknown'),
      startDate: someday,
      terminationDate: fc.constantFrom(null, '2024-06-30', '2026-11-30'),
      workEmail: fc.constantFrom(null, 'a@fjordkiste.example', 'b@fjordkiste.example'),
      employeeNumber: fc.constantFrom(null, '1', '2'),
      legalEntity: fc.constantFrom(null, oslo.legalEntity, turku.legalEntity),
      firstName: fc.constantFrom('Maren', 'Ola'),
      lastName: fc.constantFrom('Lie', 'Berg'),
    },
    { requiredKeys: ['status'], noNullPrototype: true },
  );
  const company = fc
    .array(person, { maxLength: 12 })
    .map((people) => people.map((facts, index): Employee => ({ id: String(index).padStart(2, '0'), ...facts })));

  test('L7 every history leads in one step to a record that stands, and nobody is both history and disputed', () => {
    fc.assert(
      fc.property(company, (employees) => {
        const { people, disputed } = oneRecordPerPerson(employees, employmentsOf(employees));
        for (const [id, standing] of people) {
          expect(people.has(standing)).toBe(false);
          expect(disputed.has(id) || disputed.has(standing)).toBe(false);
        }
        for (const [id, ids] of disputed) {
          expect(ids).toContain(id);
          expect(ids.every((one) => disputed.get(one) === ids)).toBe(true);
        }
      }),
    );
  });

  test('L7 V1 nobody becomes history of a record by which less is certain: no access ends by it', () => {
    const order = ['eligible', 'ending', 'unknown', 'upcoming', 'ended'];
    fc.assert(
      fc.property(company, (employees) => {
        const employments = employmentsOf(employees);
        for (const [id, standing] of oneRecordPerPerson(employees, employments).people) {
          const [lesser, better] = [id, standing].map((one) => order.indexOf(employments.get(one)?.state ?? ''));
          expect(better).toBeLessThanOrEqual(lesser ?? -1);
        }
      }),
    );
  });

  test('L7 records of different numbers or addresses are never one person', () => {
    fc.assert(
      fc.property(company, (employees) => {
        const byId = new Map(employees.map((employee) => [employee.id, employee]));
        const { people, disputed } = oneRecordPerPerson(employees, employmentsOf(employees));
        const pairs = [...people, ...[...disputed].flatMap(([id, ids]) => ids.map((other) => [id, other] as const))];
        for (const [one, other] of pairs) {
          for (const field of ['workEmail', 'employeeNumber'] as const) {
            const [a, b] = [byId.get(one)?.[field], byId.get(other)?.[field]];
            expect(a == null || b == null || a === b).toBe(true);
          }
        }
      }),
    );
  });

  test('L7 A5 the order of the read decides nothing', () => {
    fc.assert(
      fc.property(
        company.chain((employees) =>
          fc.tuple(fc.constant(employees), fc.shuffledSubarray(employees, { minLength: employees.length })),
        ),
        ([employees, shuffled]) => {
          const [a, b] = [employees, shuffled].map((some) => {
            const { people, disputed, sharedAddresses } = oneRecordPerPerson(some, employmentsOf(employees));
            return { people, disputed, addresses: new Set(sharedAddresses.keys()) };
          });
          expect(b).toEqual(a);
        },
      ),
    );
  });
});
