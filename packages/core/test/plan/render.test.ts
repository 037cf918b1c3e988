import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/plan/operation.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { renderPlan } from '../../src/plan/render/render-plan.ts';
import { renderSummary } from '../../src/plan/render/render-summary.ts';
import { renderTeams } from '../../src/plan/render/render-teams.ts';
import { planTeams } from '../../src/teams/plan-teams.ts';
import type { TeamsPlan } from '../../src/teams/teams-plan.ts';
import { company, memberIdOf, team, type Managers } from '../teams/company.ts';

const evidence = { readId: 'read-1', field: 'status', path: 'status', value: 'active' } as const;
const base = (employeeId: string) => ({ key: `k${employeeId}`, employeeId, reason: 'differs', evidence });

const update: Operation = {
  ...base('2'),
  kind: 'update',
  rule: 'M1',
  memberId: 'm2',
  before: { jobTitle: 'Buyer', department: null },
  after: { jobTitle: 'Lead buyer', department: 'Harbour' },
};
const revoke: Operation = { ...base('9'), kind: 'revoke', rule: 'V1', memberId: 'm9', reason: 'employment ended' };

function plan(more: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    connectionId: 'c-1',
    readId: 'read-1',
    now: '2026-11-02T09:00:00.000Z',
    operations: [],
    held: null,
    people: [],
    teams: null,
    notes: [],
    summary: { operations: {}, held: 0, people: {}, manual: 0 },
    hash: '0123456789abcdef'.repeat(4),
    ...more,
  };
}

const full = plan({
  operations: [
    {
      ...base('1'),
      kind: 'create',
      rule: 'J1',
      reason: 'eligible',
      after: { email: 'kari@fjordkiste.example', values: { firstName: 'Kari' } },
    },
    update,
  ],
  held: { reason: 'too many removals', rule: 'V3', operations: [revoke] },
  people: [
    { employeeId: '4', situation: 'disputed', rule: 'L3', reason: 'two members have this address' },
    { employeeId: '5', situation: 'skipped', rule: 'J3', code: 'MISSING_WORK_EMAIL' },
    { employeeId: '2', situation: 'managed', rule: 'L1' },
  ],
  notes: ['permission "phones" seems to be missing'],
  summary: { operations: { update: 1, create: 1 }, held: 1, people: { managed: 1, disputed: 1, formerly_managed: 2 }, manual: 3 },
});

const names = new Map([['2', 'Ola Fjord']]);

function enabling(managers: Managers, more: Partial<Parameters<typeof planTeams>[0]> = {}): TeamsPlan {
  return planTeams({ ...company(managers), current: [], memberIdOf, mode: 'enable', ...more });
}

describe('a plan as text', () => {
  test('operations stand under their kind, then what waits, who is left as they are, and notes', () => {
    expect(renderPlan(full, { as: 'text' })).toBe(
      [
        'Plan 0123456789ab: connection c-1, read read-1, 2026-11-02T09:00:00.000Z',
        'create 1, update 1 · held 1 (V3) · people: disputed 1, formerly managed 2, managed 1 · manual 3',
        '',
        'create and invite (1)',
        '  1: email, firstName [J1] eligible',
        '',
        'update (1)',
        '  2: jobTitle, department [M1] differs',
        '',
        'held: revoke access (1)',
        '  9: member m9 [V1] employment ended',
        '',
        'disputed: needs a person (1)',
        '  4 [L3] two members have this address',
        '',
        'skipped (1)',
        '  5: MISSING_WORK_EMAIL [J3]',
        '',
        'Held [V3], 1 in all: too many removals',
        '',
        'Notes',
        '  permission "phones" seems to be missing',
      ].join('\n'),
    );
  });

  test('names and values appear only where they are asked for', () => {
    const bare = renderPlan(full, { as: 'text' }) + renderPlan(full, { as: 'table' });
    for (const personal of ['Ola', 'Kari', 'kari@', 'Buyer', 'Harbour']) expect(bare).not.toContain(personal);
    const shown = renderPlan(full, { as: 'text', values: true, people: (id) => names.get(id) });
    expect(shown).toContain('  1: email: kari@fjordkiste.example, firstName: Kari [J1]');
    expect(shown).toContain('  Ola Fjord (2): jobTitle: Buyer → Lead buyer, department: none → Harbour [M1] differs');
  });

  test('nothing from outside breaks a line or reaches the terminal as a command', () => {
    const hostile: Operation = { ...update, employeeId: '7\u001b[2J\n8', after: { jobTitle: 'a\r\nb\u202e' } };
    const text = renderPlan(plan({ operations: [hostile], notes: ['one\ntwo'] }), {
      as: 'text',
      values: true,
      people: () => 'x\u0007',
    });
    expect(text.split('\n')).toHaveLength(8);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('a bank account is said to change and never shown, not even its fingerprint', () => {
    const account = { ...base('1'), kind: 'set_bank_account', rule: 'M1', memberId: 'm1' } as const;
    const operations: Operation[] = [
      { ...account, before: null, after: 'print-a' },
      { ...account, before: 'print-a', after: 'print-b' },
      { ...account, before: 'print-b', after: null },
    ];
    const text = renderPlan(plan({ operations }), { as: 'text', values: true });
    expect(text).not.toContain('print');
    expect(text.match(/1: (set|changed|cleared)/gu)).toEqual(['1: set', '1: changed', '1: cleared']);
  });

  test.each<[string, Operation]>([
    [
      '1: workEmail once confirmed',
      {
        ...base('1'),
        kind: 'change_email',
        rule: 'M3',
        memberId: 'm1',
        verify: true,
        before: 'a@x.example',
        after: 'b@x.example',
      },
    ],
    [
      '1: none → Ola Fjord (2)',
      { ...base('1'), kind: 'set_manager', rule: 'M1', memberId: null, before: null, after: { employeeId: '2' } },
    ],
    ['1: member m2 → none', { ...base('1'), kind: 'set_manager', rule: 'M1', memberId: 'm1', before: 'm2', after: null }],
    [
      '1: none → member m3',
      { ...base('1'), kind: 'set_manager', rule: 'M1', memberId: 'm1', before: null, after: { memberId: 'm3' } },
    ],
    ['1: entity', { ...base('1'), kind: 'move', rule: 'S8', memberId: 'm1', before: 'Oslo', after: null }],
    ['1: 0 → 1 complete reads', { ...base('1'), kind: 'count_missing', rule: 'V2', memberId: 'm1', before: 0, after: 1 }],
    [
      '1: none → 2026-11-09',
      { ...base('1'), kind: 'schedule_removal', rule: 'V5', memberId: 'm1', before: null, after: '2026-11-09' },
    ],
    [
      '1: member m1, 0 → 1',
      {
        ...base('1'),
        kind: 'relink',
        rule: 'L6',
        memberId: 'm1',
        from: { connectionId: 'c-1', employeeId: '0' },
        to: { connectionId: 'c-1', employeeId: '1' },
      },
    ],
    ['1: member m1', { ...base('1'), kind: 'release', rule: 'S7', memberId: 'm1' }],
  ])('%s', (line, operation) => {
    const text = renderPlan(plan({ operations: [operation] }), { as: 'text', people: (id) => names.get(id) });
    expect(text).toContain(`  ${line} [${operation.rule}] differs`);
  });

  test('S6 a plan that waits as a whole says so', () => {
    const waiting = plan({ held: { reason: 'nobody is in scope', rule: 'S6', operations: [update, revoke] } });
    expect(renderPlan(waiting, { as: 'text' })).toContain('Held [S6], 2 in all: nobody is in scope');
  });
});

describe('a plan as a table', () => {
  test('columns are as wide as what stands in them, and what waits is marked', () => {
    expect(
      renderPlan(plan({ operations: [update], held: full.held }), { as: 'table' })
        .split('\n')
        .slice(2),
    ).toEqual([
      '',
      'What           Who  Change                Rule  Held  Reason',
      '─────────────  ───  ────────────────────  ────  ────  ────────────────',
      'update         2    jobTitle, department  M1          differs',
      'revoke access  9    member m9             V1    held  employment ended',
      '',
      'Held [V3], 1 in all: too many removals',
    ]);
  });

  test('long cells end in an ellipsis, and no letter is cut in two', () => {
    const long = plan({ operations: [{ ...update, reason: '𝔸'.repeat(200) }] });
    const line = renderPlan(long, { as: 'table' }).split('\n').at(-1) ?? '';
    expect(line.endsWith(`${'𝔸'.repeat(79)}…`)).toBe(true);
    expect(line.isWellFormed()).toBe(true);
  });

  test('a plan without anything has no table', () => {
    expect(renderPlan(plan(), { as: 'table' }).split('\n')).toHaveLength(2);
  });
});

describe('a plan as JSON', () => {
  test('A5 it is the plan itself, in canonical form', () => {
    const json = renderPlan(full, { as: 'json' });
    expect(JSON.parse(json)).toEqual(full);
    expect(renderPlan(JSON.parse(json) as Plan, { as: 'json' })).toBe(json);
    expect(json.startsWith('{"connectionId":')).toBe(true);
  });
});

describe('a summary', () => {
  test('one line, in the order in which it is carried out', () => {
    expect(renderSummary(plan())).toBe('nothing to do');
    expect(renderSummary(plan({ teams: enabling({ a: null, b: 'a', z: null }) }))).toBe(
      'nothing to do · teams: made 2, unassigned people 1',
    );
  });
});

describe('teams as a tree', () => {
  const managers = { a: null, b: 'a', c: 'b', d: 'a', z: null, s: 's' };

  test('T1 T2 T4 T5 managers with their reports, then Unassigned, circles, and what goes', () => {
    const current = [team('t9', null, { openRecords: [{ id: 'r1', label: 'Ferry' }] })];
    expect(renderTeams(enabling(managers, { current }), { name: (id) => (id === 'b' ? 'Berit' : undefined) })).toBe(
      [
        'teams: made 3, removed 1, unassigned people 2, records without a reviewer 1',
        'a (new team)',
        '├─ Berit (b) (new team)',
        '│  └─ c',
        '└─ d',
        '',
        'Unassigned (new team)',
        '├─ s IN_A_CYCLE',
        '└─ z NO_MANAGER',
        '',
        'Circles of managers',
        '└─ s → s',
        '',
        'Teams that go',
        '└─ t9',
        '',
        'Records that lose their reviewer',
        '└─ r1, of team t9',
      ].join('\n'),
    );
  });

  test('T6 T7 what is handed over or changed is marked, what was made by hand is listed', () => {
    const current = [
      team('t1', 'a', { leadMemberId: 'ma', memberIds: ['mb'] }),
      team('t2', 'b', { leadMemberId: 'mb', memberIds: ['mc'] }),
      team('t3', null),
    ];
    const plan = enabling({ a: null, b: 'a', d: 'a', c: 'd' }, { current, mode: 'follow' });
    expect(renderTeams(plan, { values: true }).split('\n')).toEqual([
      'teams: handed over 1, changed 1',
      'a (changed)',
      '├─ b',
      '└─ d (team handed over by b)',
      '   └─ c',
      '',
      'Teams made by hand, left alone',
      '└─ Team t3 (t3)',
    ]);
  });

  test('T5 names of teams and records appear only with values', () => {
    const current = [team('t9', null, { openRecords: [{ id: 'r1', label: 'Ferry' }] })];
    const teams = enabling(managers, { current });
    const bare = renderTeams(teams) + renderPlan(plan({ teams }), { as: 'text' });
    expect(bare).not.toMatch(/Ferry|Team t9/u);
    const shown = renderTeams(teams, { values: true }) + renderPlan(plan({ teams }), { as: 'text', values: true });
    expect(shown.match(/Ferry \(r1\)|Team t9 \(t9\)/gu)).toHaveLength(4);
  });

  test('T1 T2 T3 T4 T6 T7 the plan lists what changes among the teams, each with its rule', () => {
    const current = [
      team('t1', 'a', { leadMemberId: 'ma', memberIds: ['mb'] }),
      team('t2', 'b', { leadMemberId: 'mb', memberIds: ['mc'] }),
      team('t3', 'gone', { leadMemberId: 'mgone', memberIds: ['mx'] }),
      team('t4', null),
    ];
    const teams = enabling({ a: null, b: 'a', d: 'a', c: 'd', s: 's', e: 'c', o: 'nobody' }, { current, mode: 'follow' });
    const text = renderPlan(plan({ teams }), { as: 'text' });
    for (const line of [
      'c: members: 1 [T1]',
      'Unassigned: members: 2 [T2]',
      'b: → d, members: 1 [T7]',
      'a: members: 2 [T1]',
      'o: MANAGER_OUT_OF_SCOPE [T3]',
      's → s [T4]',
      't3: of gone [T1]',
      't4: made by hand [T6]',
    ]) {
      expect(text).toContain(`  ${line}`);
    }
  });

  test('T4 a chain and a circle as long as the company are rendered, and stay short', () => {
    const count = 100_000;
    const chain = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [String(index), index === 0 ? null : String(index - 1)]),
    );
    const text = renderTeams(enabling(chain));
    expect(text.split('\n')).toHaveLength(count + 1);
    expect(text.length).toBeLessThan(count * 140);
    const circle = renderTeams(enabling({ ...chain, '0': String(count - 1) }));
    expect(circle.slice(circle.lastIndexOf('\n') + 1)).toBe(
      '└─ 0 → 99999 → 99998 → 99997 → 99996 → 99995 → 99994 → 99993 → 99992 → 99991 → … 99989 more … → 1 → 0',
    );
  });
});
