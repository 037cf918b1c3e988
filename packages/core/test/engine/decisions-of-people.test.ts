import { describe, expect, test } from 'vitest';
import { employee, member } from '../plan/world.ts';
import { admin, connected } from './support/stage.ts';

const ended = { status: 'terminated', terminationDate: '2026-10-31' } as const;

describe('what a person says of somebody', () => {
  test('L5 L6 same_person links a protected member, different_person never does', async () => {
    const people = [employee('1'), employee('2', { workEmail: 'p2@fjordkiste.example' })];
    const members = [member('1', { protected: true }), member('2', { protected: true })];
    const { acme, id } = await connected({ employees: people, members });
    const disputed = await acme.people(id, { situations: ['disputed'] });
    expect(disputed.people.map(({ decision }) => decision.rule)).toEqual(['L5', 'L5']);
    await acme.resolve(id, { actor: admin, employeeId: '1', as: 'same_person', memberId: 'm1' });
    await acme.resolve(id, { actor: admin, employeeId: '2', as: 'different_person', memberId: 'm2' });
    const { run } = await acme.sync(id);
    expect(run.summary?.operations).toMatchObject({ link: 1 });
    expect((await acme.memberStandings(['m1', 'm2'])).map(({ situation }) => situation)).toEqual(['managed', 'manual']);
    expect(await acme.resolutions(id)).toHaveLength(2);
    expect(await acme.resolve(id, { actor: admin, employeeId: '2', as: 'by_the_rules' })).toEqual([]);
  });

  test.each([
    ['an end that is dated', ended, { ...ended, terminationDate: '2026-11-01' }],
    ['an end without a day', { status: 'terminated' }, ended],
  ] as const)('V5 keep calls a delayed removal off on %s; another end asks again', async (_title, end, otherEnd) => {
    const { acme, id, vendor, members, later } = await connected({
      employees: [employee('1'), employee('2')],
      policy: { preset: 'autoProvision', leaverDelayDays: 7 },
    });
    vendor.employees = [employee('1', end), employee('2')];
    await acme.sync(id);
    expect((await acme.people(id, { situations: ['leaving'] })).people).toHaveLength(1);
    await acme.resolve(id, { actor: admin, employeeId: '1', as: 'keep' });
    later(30 * 86_400_000);
    await acme.sync(id);
    expect((await members()).map(({ status }) => status)).toEqual(['invited', 'invited']);
    vendor.employees = [employee('1', otherEnd), employee('2')];
    await acme.sync(id);
    later(30 * 86_400_000);
    await acme.sync(id);
    expect((await members()).map(({ status }) => status)).toEqual(['archived', 'invited']);
  });

  test('V2 V5 keep is said of somebody missing, too', async () => {
    const { acme, id, vendor, members } = await connected({
      employees: [employee('1'), employee('2')],
      policy: { preset: 'autoProvision', leaverDelayDays: 3, missingReads: 1 },
    });
    vendor.employees = [employee('2')];
    await acme.sync(id);
    await acme.resolve(id, { actor: admin, employeeId: '1', as: 'keep' });
    await acme.sync(id);
    expect((await acme.people(id, { situations: ['managed'] })).people.map(({ employeeId }) => employeeId)).toContain('1');
    expect(await members()).toHaveLength(2);
  });

  test('S7 V5 keep is said of somebody who left the filter', async () => {
    const inSales = { department: { name: 'Sales' } };
    const { acme, id, vendor, members, later } = await connected({
      employees: [employee('1', inSales), employee('2', inSales)],
      policy: { preset: 'autoProvision', outOfScope: 'remove', leaverDelayDays: 3 },
      configuration: { filter: { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: ['sales'] }] } },
    });
    vendor.employees = [employee('1', { department: { name: 'Packing' } }), employee('2', inSales)];
    await acme.sync(id);
    await acme.resolve(id, { actor: admin, employeeId: '1', as: 'keep' });
    later(10 * 86_400_000);
    await acme.sync(id);
    expect((await members()).every(({ status }) => status === 'invited')).toBe(true);
  });

  test('M4 leave_alone touches nothing until somebody says otherwise', async () => {
    const { acme, id, vendor, members } = await connected({ employees: [employee('1'), employee('2')] });
    await acme.resolve(id, { actor: admin, employeeId: '1', as: 'leave_alone' });
    vendor.employees = [employee('1', ended), employee('2')];
    await acme.sync(id);
    expect((await members())[0]?.status).toBe('invited');
    await acme.resolve(id, { actor: admin, employeeId: '1', as: 'by_the_rules' });
    await acme.sync(id);
    expect((await members())[0]?.status).toBe('archived');
  });

  test.each([
    ['an employee nobody knows', { employeeId: 'x', as: 'keep' }, 'employeeId'],
    ['a member nobody knows', { employeeId: '1', as: 'same_person', memberId: 'x' }, 'memberId'],
  ] as const)('C9 %s is refused by name', async (_title, input, field) => {
    const { acme, id } = await connected({ employees: [employee('1')] });
    await expect(acme.resolve(id, { actor: admin, ...input })).rejects.toMatchObject({ problems: [{ field }] });
  });
});

describe('answers about somebody', () => {
  test('A4 why an employee without a member stands where they stand', async () => {
    const { acme, id } = await connected({ employees: [employee('1', { workEmail: null })] });
    expect(await acme.whyEmployee(id, '1')).toMatchObject({ decision: { code: 'MISSING_WORK_EMAIL', rule: 'J3' }, history: [] });
    expect(await acme.whyEmployee(id, 'nobody')).toEqual({ decision: null, history: [] });
    expect(await acme.why('nobody')).toMatchObject({ member: null, decision: null, status: { situation: 'manual' } });
  });

  test('C2 everybody can be read with the stored credentials', async () => {
    const { acme, id } = await connected({ employees: [employee('1'), employee('2')] });
    const read = await acme.read(id);
    expect((await Array.fromAsync(read)).map((one) => one.id)).toEqual(['1', '2']);
    expect(await acme.check(id)).toMatchObject({ error: null, sample: 2 });
  });
});
