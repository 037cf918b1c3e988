import { describe, expect, test } from 'vitest';
import {
  applyPlan,
  inverseOf,
  whatMoved,
  type CurrentWorld,
  type Link,
  type Member,
  type Operation,
  type OperationBody,
} from '../../src/index.ts';
import { linkEffect } from '../../src/apply/link-effect.ts';
import { PaperPlatform } from './paper-platform.ts';
import { employee, link, member, planFor, type World } from './world.ts';

const evidence = { field: 'status', path: 'status', readId: 'read-1', value: 'active' } as const;

function operation(body: OperationBody, more: Partial<Operation> = {}): Operation {
  return { employeeId: '1', key: 'read-1:x:1', reason: 'because', rule: 'M1', evidence, ...body, ...more } as Operation;
}

const memberId = 'm1';
const from = { connectionId: 'local', employeeId: '1' };
const to = { connectionId: 'other', employeeId: 'x' };

describe('inverses', () => {
  test.each<[OperationBody, OperationBody | null]>([
    [
      { kind: 'link', memberId },
      { kind: 'unlink', memberId },
    ],
    [
      { kind: 'unlink', memberId },
      { kind: 'link', memberId },
    ],
    [
      { kind: 'relink', memberId, from, to },
      { kind: 'relink', memberId, from: to, to: from },
    ],
    [
      { kind: 'release', memberId },
      { kind: 'manage', memberId },
    ],
    [
      { kind: 'manage', memberId },
      { kind: 'release', memberId },
    ],
    [
      { kind: 'create', after: { email: 'p1@fjordkiste.example', values: {} } },
      { kind: 'withdraw', memberId },
    ],
    [
      { kind: 'withdraw', memberId },
      { kind: 'reactivate', memberId, before: 'revoked' },
    ],
    [
      { kind: 'revoke', memberId },
      { kind: 'reactivate', memberId, before: 'revoked' },
    ],
    [
      { kind: 'archive', memberId },
      { kind: 'reactivate', memberId, before: 'archived' },
    ],
    [
      { kind: 'reactivate', memberId, before: 'revoked' },
      { kind: 'revoke', memberId },
    ],
    [
      { kind: 'update', memberId, before: { jobTitle: 'a' }, after: { jobTitle: 'b' } },
      { kind: 'update', memberId, before: { jobTitle: 'b' }, after: { jobTitle: 'a' } },
    ],
    [
      { kind: 'change_email', memberId, verify: true, before: 'a@x.example', after: 'b@x.example' },
      { kind: 'change_email', memberId, verify: false, before: 'b@x.example', after: 'a@x.example' },
    ],
    [
      { kind: 'set_manager', memberId, before: 'm2', after: { memberId: 'm3' } },
      { kind: 'set_manager', memberId, before: 'm3', after: { memberId: 'm2' } },
    ],
    [
      { kind: 'set_manager', memberId, before: 'm2', after: null },
      { kind: 'set_manager', memberId, before: null, after: { memberId: 'm2' } },
    ],
    [
      { kind: 'set_manager', memberId, before: null, after: { memberId: 'm3' } },
      { kind: 'set_manager', memberId, before: 'm3', after: null },
    ],
    [
      { kind: 'move', memberId, before: null, after: 'oslo' },
      { kind: 'move', memberId, before: 'oslo', after: null },
    ],
    [
      { kind: 'schedule_removal', memberId, before: null, after: '2026-11-09' },
      { kind: 'schedule_removal', memberId, before: '2026-11-09', after: null },
    ],
    [{ kind: 'set_bank_account', memberId, before: 'f1', after: 'f2' }, null],
    [{ kind: 'count_missing', memberId, before: 0, after: 1 }, null],
  ])('A4 what takes $kind back', (body, inverse) => {
    expect(inverseOf({ operation: operation(body), memberId })).toEqual(inverse);
  });

  test.each<[string, World]>([
    [
      'a first link with its values',
      { employees: [employee('1', { jobTitle: 'Crate Lead' })], members: [member('1', { managerId: null })] },
    ],
    [
      'an update and a manager',
      {
        employees: [employee('1', { jobTitle: 'Crate Lead', managerId: '2' }), employee('2')],
        members: [member('1', { managerId: null }), member('2', { managerId: null })],
        links: [link('1'), link('2')],
      },
    ],
    [
      'a removal',
      { employees: [employee('1', { status: 'terminated' })], members: [member('1', { managerId: null })], links: [link('1')] },
    ],
    [
      'a release',
      {
        employees: [employee('1'), employee('2', { jobTitle: 'Crate Lead' })],
        members: [member('1', { managerId: null })],
        links: [link('1')],
        more: { filter: { match: 'all', conditions: [{ field: 'firstName', is: 'one_of', values: ['First2'] }] } },
      },
    ],
  ])('A4 C3 %s, taken back in reverse order, leaves members and ties as they were', async (_title, world) => {
    const platform = new PaperPlatform(world.members ?? [], world.links ?? []);
    const before = { members: platform.members, ties: platform.ties };
    const plan = await planFor({ ...world, policy: { managedFields: ['firstName', 'lastName', 'jobTitle', 'manager'] } });
    await applyPlan(plan, platform);
    expect(plan.operations).not.toEqual([]);
    const back = plan.operations.toReversed().flatMap((one): Operation[] => {
      const inverse = inverseOf({ operation: one, memberId: 'memberId' in one ? (one.memberId ?? '') : '' });
      return inverse === null ? [] : [operation(inverse, { employeeId: one.employeeId, rule: one.rule })];
    });
    await applyPlan({ ...plan, teams: null, operations: back }, platform);
    const named = (members: readonly Member[]) =>
      members.map((one) => ({
        ...one,
        values: Object.fromEntries(Object.entries(one.values).filter(([, value]) => value !== null)),
      }));
    expect(named(platform.members)).toEqual(named(before.members));
    expect(platform.ties).toEqual(before.ties);
  });
});

describe('the tie after an operation', () => {
  const tie = link('1', { missingReads: 1, removalDue: '2026-11-09', removedAt: '2026-01-01T00:00:00.000Z', bankAccount: 'f1' });
  const at = '2026-11-02T09:00:00.000Z';
  const effectOf = (body: OperationBody, before: Link | undefined = tie) =>
    linkEffect({ connectionId: 'local', operation: operation(body), link: before, memberId, at });

  test.each<[OperationBody, Partial<Link>]>([
    [
      { kind: 'release', memberId },
      { state: 'released', missingReads: 0, removalDue: null },
    ],
    [
      { kind: 'manage', memberId },
      { state: 'managed', removedAt: null },
    ],
    [
      { kind: 'reactivate', memberId, before: 'revoked' },
      { state: 'managed', removedAt: null, missingReads: 0, removalDue: null },
    ],
    [
      { kind: 'revoke', memberId },
      { removedAt: at, missingReads: 0, removalDue: null },
    ],
    [
      { kind: 'archive', memberId },
      { removedAt: at, missingReads: 0, removalDue: null },
    ],
    [{ kind: 'count_missing', memberId, before: 1, after: 2 }, { missingReads: 2 }],
    [{ kind: 'schedule_removal', memberId, before: '2026-11-09', after: null }, { removalDue: null }],
    [{ kind: 'change_email', memberId, verify: true, before: 'a@x.example', after: 'b@x.example' }, { workEmail: 'b@x.example' }],
    [{ kind: 'set_bank_account', memberId, before: 'f1', after: 'f2' }, { bankAccount: 'f2' }],
    [{ kind: 'update', memberId, before: {}, after: {} }, {}],
  ])('A1 $kind', (body, changed) => {
    expect(effectOf(body)).toEqual({ put: { ...tie, ...changed } });
  });

  test('S8 L6 a tie that moves keeps what is remembered of the person, and is managed', () => {
    const effect = effectOf({ kind: 'relink', memberId, from, to }, { ...tie, state: 'released' });
    expect(effect).toEqual({ remove: from, put: { ...tie, ...to, state: 'managed', missingReads: 0, removalDue: null } });
  });

  test.each<OperationBody>([
    { kind: 'unlink', memberId },
    { kind: 'withdraw', memberId },
  ])('A4 $kind ends it', (body) => {
    expect(effectOf(body)).toEqual({ remove: from });
  });
});

describe('what has moved since', () => {
  const now: CurrentWorld = {
    connectionId: 'local',
    members: [member('1', { managerId: 'm2', entity: 'oslo' })],
    links: [link('1')],
  };
  const email = 'p1@fjordkiste.example';

  const cases: readonly [OperationBody, Partial<CurrentWorld>, string | undefined][] = [
    [{ kind: 'create', after: { email: 'new@fjordkiste.example', values: {} } }, { links: [] }, undefined],
    [
      { kind: 'create', after: { email: 'P1@fjordkiste.example', values: {} } },
      { links: [] },
      'the work e-mail has a member now',
    ],
    [{ kind: 'create', after: { email: 'new@fjordkiste.example', values: {} } }, {}, 'the employee has a member now'],
    [
      { kind: 'create', after: { email: 'new@fjordkiste.example', values: {} } },
      { links: [link('1', { memberId: 'gone' })] },
      undefined,
    ],
    [
      { kind: 'update', memberId, before: { firstName: 'First1' }, after: { firstName: 'a' } },
      { members: [] },
      'the member is gone',
    ],
    [{ kind: 'link', memberId }, { links: [] }, undefined],
    [{ kind: 'link', memberId }, {}, 'the employee is linked now'],
    [{ kind: 'link', memberId }, { links: [link('1', { memberId: 'gone' })] }, undefined],
    [{ kind: 'link', memberId }, { links: [link('2', { memberId })] }, 'the member is linked to somebody else now'],
    [{ kind: 'relink', memberId, from, to }, {}, undefined],
    [{ kind: 'relink', memberId, from, to }, { links: [] }, 'the member is not linked as it was'],
    [
      { kind: 'relink', memberId, from, to },
      { members: [member('1'), member('2')], links: [link('1'), link('x', { connectionId: 'other', memberId: 'm2' })] },
      'the employee has a member now',
    ],
    [{ kind: 'update', memberId, before: { firstName: 'First1' }, after: { firstName: 'a' } }, {}, undefined],
    [
      { kind: 'update', memberId, before: { firstName: 'b' }, after: { firstName: 'a' } },
      {},
      'a value that would be written has changed',
    ],
    [{ kind: 'update', memberId, before: { phone: null }, after: { phone: '1' } }, {}, undefined],
    [
      { kind: 'update', memberId, before: { firstName: 'First1' }, after: { firstName: 'a' } },
      { links: [] },
      'the employee is not linked any more',
    ],
    [{ kind: 'revoke', memberId }, { links: [] }, 'the employee is not linked any more'],
    [
      { kind: 'revoke', memberId },
      { members: [member('1'), member('2')], links: [link('1', { memberId: 'm2' })] },
      'the employee is linked to somebody else now',
    ],
    [{ kind: 'revoke', memberId }, {}, undefined],
    [{ kind: 'archive', memberId }, { members: [member('1', { protected: true })] }, 'the member is protected now'],
    [{ kind: 'revoke', memberId }, { members: [member('1', { status: 'archived' })] }, 'the access of the member has ended'],
    [{ kind: 'withdraw', memberId }, { members: [member('1', { status: 'invited' })] }, undefined],
    [{ kind: 'reactivate', memberId, before: 'revoked' }, {}, 'the member has access again'],
    [{ kind: 'reactivate', memberId, before: 'revoked' }, { members: [member('1', { status: 'revoked' })] }, undefined],
    [{ kind: 'change_email', memberId, verify: true, before: email.toUpperCase(), after: 'b@x.example' }, {}, undefined],
    [
      { kind: 'change_email', memberId, verify: true, before: 'a@x.example', after: 'b@x.example' },
      {},
      'the address of the member has changed',
    ],
    [{ kind: 'set_manager', memberId, before: 'm2', after: null }, {}, undefined],
    [{ kind: 'set_manager', memberId, before: null, after: null }, {}, 'the manager of the member has changed'],
    [{ kind: 'set_manager', memberId: null, before: null, after: { employeeId: '2' } }, {}, undefined],
    [{ kind: 'move', memberId, before: 'oslo', after: 'turku' }, {}, undefined],
    [{ kind: 'move', memberId, before: 'turku', after: 'oslo' }, {}, 'the entity of the member has changed'],
    [{ kind: 'count_missing', memberId, before: 0, after: 1 }, {}, undefined],
    [{ kind: 'count_missing', memberId, before: 1, after: 2 }, {}, 'another read came in between'],
    [{ kind: 'schedule_removal', memberId, before: null, after: '2026-11-09' }, {}, undefined],
    [{ kind: 'schedule_removal', memberId, before: '2026-11-08', after: null }, {}, 'the day of the removal has changed'],
    [{ kind: 'set_bank_account', memberId, before: null, after: 'f1' }, {}, undefined],
    [{ kind: 'set_bank_account', memberId, before: 'f1', after: 'f2' }, {}, 'the bank account has changed'],
    [{ kind: 'release', memberId }, { links: [link('1', { state: 'released' })] }, 'the member is not managed any more'],
    [{ kind: 'manage', memberId }, {}, undefined],
    [{ kind: 'unlink', memberId }, {}, undefined],
  ];

  test.each(
    cases.map(([body, more, what]) => [`${body.kind}: ${what ?? 'stands as it was planned'}`, body, more, what] as const),
  )('C3 %s', (_title, body, more, what) => {
    const moved = whatMoved([operation(body)], { ...now, ...more });
    expect(moved.map((one) => one.what)).toEqual(what === undefined ? [] : [what]);
  });

  test('C3 L5 a first link by address is off when the member has become protected; one that somebody said is not', () => {
    const world = { ...now, members: [member('1', { protected: true })], links: [] };
    const body: OperationBody = { kind: 'link', memberId };
    expect(whatMoved([operation(body, { rule: 'L2' })], world)).toHaveLength(1);
    expect(whatMoved([operation(body, { rule: 'L3' })], world)).toEqual([]);
  });

  test('C3 what follows a link of the same plan has a tie by then', () => {
    const operations = [
      operation({ kind: 'link', memberId }),
      operation({ kind: 'move', memberId, before: 'oslo', after: 'turku' }),
    ];
    expect(whatMoved(operations, { ...now, links: [] })).toEqual([]);
  });
});
