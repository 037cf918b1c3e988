import { describe, expect, test } from 'vitest';
import { applyPlan, type Link, type PlanInput } from '../../src/index.ts';
import { PaperPlatform } from './paper-platform.ts';
import { doings, employee, link, member, planFor } from './world.ts';

const managedFields = ['bankAccount' as const];

function withFingerprint(fingerprint: string | null | undefined, tie: Partial<Link> = {}) {
  const bankFingerprints: PlanInput['bankFingerprints'] = fingerprint === undefined ? undefined : new Map([['1', fingerprint]]);
  return planFor({
    employees: [employee('1')],
    members: [member('1')],
    links: [link('1', tie)],
    policy: { managedFields },
    more: { bankFingerprints },
  });
}

describe('bank accounts', () => {
  test.each<[string, string | null | undefined, Partial<Link>, readonly object[]]>([
    ['the first one is written', 'f1', {}, [{ before: null, after: 'f1', evidence: { value: 'present' } }]],
    ['another one is written', 'f2', { bankAccount: 'f1' }, [{ before: 'f1', after: 'f2' }]],
    ['the same one is not', 'f1', { bankAccount: 'f1' }, []],
    ['one that was taken away is', null, { bankAccount: 'f1' }, [{ before: 'f1', after: null, evidence: { value: 'none' } }]],
    ['none where none was written is not', null, {}, []],
    ['one that was not delivered clears nothing', undefined, { bankAccount: 'f1' }, []],
  ])('M1 M2 %s', async (_title, fingerprint, tie, operations) => {
    const plan = await withFingerprint(fingerprint, tie);
    expect(plan.operations).toMatchObject(operations);
    expect(plan.operations).toHaveLength(operations.length);
  });

  test('M1 nobody’s account is touched where it is not managed', async () => {
    const plan = await planFor({
      employees: [employee('1')],
      members: [member('1')],
      links: [link('1')],
      more: { bankFingerprints: new Map([['1', 'f1']]) },
    });
    expect(doings(plan)).toEqual([]);
  });

  test('M1 L2 J1 somebody linked or created gets theirs by the same plan', async () => {
    const plan = await planFor({
      employees: [employee('1'), employee('2')],
      members: [member('1')],
      policy: { managedFields, joiners: 'create' },
      more: {
        bankFingerprints: new Map([
          ['1', 'f1'],
          ['2', 'f2'],
        ]),
      },
    });
    expect(doings(plan)).toEqual(['link 1', 'create 2', 'set_bank_account 1', 'set_bank_account 2']);
    expect(plan.operations.slice(2)).toMatchObject([{ memberId: 'm1' }, { memberId: null }]);
  });

  test('M1 L6 the account that was written goes along with the person', async () => {
    const plan = await planFor({
      employees: [employee('2', { workEmail: 'p1@fjordkiste.example' })],
      members: [member('1')],
      links: [link('1', { bankAccount: 'f1' })],
      policy: { managedFields },
      more: {
        bankFingerprints: new Map([['2', 'f1']]),
        resolutions: [
          {
            connectionId: 'local',
            employeeId: '2',
            kind: 'same_person',
            memberId: 'm1',
            evidence: null,
            by: { kind: 'user', id: 'u1' },
            at: '2026-11-01T08:00:00.000Z',
          },
        ],
      },
    });
    expect(doings(plan)).toEqual(['relink 2']);
  });

  test('A3 an account that is not at hand any more is reported, and fails nobody else', async () => {
    const platform = new PaperPlatform([member('1')], [link('1')]);
    const { failed } = await applyPlan(await withFingerprint('f1'), platform);
    expect(failed).toMatchObject([{ operation: { kind: 'set_bank_account' }, code: 'conflict' }]);
  });

  test('A4 both sides are fingerprints: no plan holds an account', async () => {
    const plan = await planFor({
      employees: [employee('1', { bankAccount: { iban: 'NO9386011117947' } })],
      members: [member('1')],
      links: [link('1')],
      policy: { managedFields },
      more: { bankFingerprints: new Map([['1', 'f1']]) },
    });
    expect(JSON.stringify(plan)).not.toContain('NO93');
  });
});
