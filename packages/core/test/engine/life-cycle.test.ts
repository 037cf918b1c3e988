import { describe, expect, test } from 'vitest';
import { employee, member } from '../plan/world.ts';
import { admin, connected, createStage, previewed } from './support/stage.ts';

const company = [employee('1'), employee('2', { managerId: '1' }), employee('3', { managerId: '1' })];

describe('the life of a connection', () => {
  test('C1 C2 connect, configure, preview, confirm: nothing is managed before', async () => {
    const { acme, vendor, members } = createStage({ employees: company, members: [member('1')] });
    await expect(acme.connect({ actor: admin, connector: 'paper', config: { password: 'wrong' } })).rejects.toMatchObject({
      code: 'credentials_rejected',
    });
    expect(await acme.connections()).toEqual([]);
    const { connection, check } = await acme.connect({ actor: admin, connector: 'paper', config: { password: vendor.password } });
    expect(connection.state).toBe('awaiting_configuration');
    expect(check).toMatchObject({ error: null, sample: 3 });
    await expect(acme.sync(connection.id)).rejects.toMatchObject({ code: 'state_invalid' });
    await acme.configure(connection.id, {
      actor: admin,
      configuration: { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' },
    });
    const plan = await previewed({ acme }, connection.id);
    expect(plan.summary.operations).toEqual({ link: 1, create: 2 });
    expect(await members()).toHaveLength(1);
    const { run, connection: after } = await acme.confirm(connection.id, { actor: admin, planHash: plan.hash });
    expect(run).toMatchObject({ state: 'done', done: 3, failed: 0 });
    expect(after).toMatchObject({ state: 'connected', pending: null, draft: null });
    expect(await members()).toHaveLength(3);
  });

  test('C3 a confirmed plan is applied exactly, or not at all once the world has moved', async () => {
    const { acme, vendor, directory } = createStage({ employees: company, members: [member('1')] });
    const { connection } = await acme.connect({ actor: admin, connector: 'paper', config: { password: vendor.password } });
    await acme.configure(connection.id, {
      actor: admin,
      configuration: { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' },
    });
    const plan = await previewed({ acme }, connection.id);
    await directory.create({ email: 'p2@fjordkiste.example', values: {} }, 'by hand');
    await expect(acme.confirm(connection.id, { actor: admin, planHash: plan.hash })).rejects.toMatchObject({
      code: 'plan_outdated',
      moved: [{ employeeId: '2', kind: 'create' }],
    });
    expect(await directory.members()).toHaveLength(2);
    const again = await previewed({ acme }, connection.id);
    await expect(acme.confirm(connection.id, { actor: admin, planHash: plan.hash })).rejects.toMatchObject({
      code: 'plan_outdated',
    });
    await acme.confirm(connection.id, { actor: admin, planHash: again.hash });
    expect(await directory.members()).toHaveLength(3);
  });

  test('A5 syncing again changes nothing and writes nobody', async () => {
    const { acme, id } = await connected({ employees: company });
    const first = await acme.sync(id);
    const { run } = await acme.sync(id);
    expect(first.run.summary?.operations).toEqual({});
    expect(run).toMatchObject({ done: 0, failed: 0 });
  });

  test('V1 V6 a leaver is archived, and comes back as the same member', async () => {
    const { acme, vendor, id, members, later } = await connected({ employees: company });
    vendor.employees[2] = employee('3', { managerId: '1', status: 'terminated', terminationDate: '2026-10-31' });
    later(1000);
    await acme.sync(id);
    const archived = (await members()).find(({ email }) => email === 'p3@fjordkiste.example');
    expect(archived?.status).toBe('archived');
    vendor.employees[2] = employee('3', { managerId: '1' });
    later(1000);
    await acme.sync(id);
    const back = (await members()).filter(({ email }) => email === 'p3@fjordkiste.example');
    expect(back).toMatchObject([{ id: archived?.id }]);
    expect(['active', 'invited']).toContain(back[0]?.status);
    const { history, status } = await acme.why(archived?.id ?? '');
    expect(history.map(({ operation }) => operation.kind)).toEqual(['reactivate', 'archive', 'create']);
    expect(status).toMatchObject({
      provenance: 'Added via Paper',
      lockedFields: expect.arrayContaining(['firstName', 'email']) as unknown,
    });
    expect(history[1]?.operation).toMatchObject({
      rule: 'V1',
      evidence: { field: 'terminationDate', path: 'person.last_day', value: '2026-10-31' },
    });
  });

  test('V3 too many removals are held, approved or rejected', async () => {
    const many = Array.from({ length: 20 }, (_, index) => employee(`e${String(index + 10)}`));
    const { acme, vendor, id, members } = await connected({ employees: many });
    vendor.employees = many.map((one, index) =>
      index < 8 ? { ...one, status: 'terminated' as const, terminationDate: '2026-10-31' } : one,
    );
    const { connection, run } = await acme.sync(id);
    expect(connection.state).toBe('held');
    expect(run.held).toMatchObject({ rule: 'V3' });
    const held = await acme.held(id);
    expect(held?.operations).toHaveLength(8);
    await expect(acme.approve(id, { actor: admin, planHash: 'another' })).rejects.toMatchObject({ code: 'plan_outdated' });
    const approved = await acme.approve(id, { actor: admin, planHash: held?.planHash ?? '' });
    expect(approved.run).toMatchObject({ done: 8 });
    expect(approved.connection.state).toBe('connected');
    expect((await members()).filter(({ status }) => status === 'archived')).toHaveLength(8);

    vendor.employees = vendor.employees.map((one, index) =>
      index < 16 ? { ...one, status: 'terminated' as const, terminationDate: '2026-11-01' } : one,
    );
    const second = await acme.sync(id);
    expect(second.connection.state).toBe('held');
    await acme.reject(id, { actor: admin, planHash: second.run.planHash ?? '' });
    const third = await acme.sync(id);
    expect(third.connection.state).toBe('connected');
    expect((await members()).filter(({ status }) => status === 'archived')).toHaveLength(8);
  });

  test('J1 J2 candidates are listed, invited with entity and access, and are members once they accept', async () => {
    const { acme, id, members, directory } = await connected({ employees: company, policy: 'inviteGated' });
    const { people } = await acme.candidates(id);
    expect(people.map(({ employeeId }) => employeeId)).toEqual(['1', '2', '3']);
    await expect(acme.invite(id, { actor: admin, employeeIds: ['2', 'nobody'] })).rejects.toMatchObject({
      problems: [{ field: 'employeeIds.1' }],
    });
    const { done } = await acme.invite(id, { actor: admin, employeeIds: ['2'], access: 'card' });
    expect(done).toBe(1);
    const [invited] = await members();
    expect(invited).toMatchObject({ status: 'invited' });
    expect((await acme.candidates(id)).people).toHaveLength(2);
    directory.accept(invited?.id ?? '');
    await acme.sync(id);
    expect((await acme.people(id, { situations: ['managed'] })).people).toHaveLength(1);
  });

  test('C8 pause stops syncs, resume goes on', async () => {
    const { acme, id } = await connected({ employees: company });
    expect((await acme.pause(id, { actor: admin })).state).toBe('paused');
    await expect(acme.sync(id)).rejects.toMatchObject({ code: 'state_invalid' });
    expect(await acme.resume(id, { actor: admin })).toMatchObject({ state: 'connected' });
    expect((await acme.sync(id)).run.state).toBe('done');
  });

  test('C7 disconnect leaves everybody in place and erases what was stored', async () => {
    const { acme, id, members, store } = await connected({ employees: company });
    const before = await members();
    expect(await acme.previewDisconnect(id)).toMatchObject({ pendingInvitations: 3, erased: 3, invitations: 'keep' });
    const gone = await acme.disconnect(id, { actor: admin });
    expect(gone.state).toBe('disconnected');
    expect(await members()).toEqual(before);
    expect((await acme.people(id)).people).toEqual([]);
    expect(await store.links.ofConnection(id)).toEqual([]);
    expect(await store.secrets.names(id)).toEqual([]);
    expect((await acme.memberStandings([before[0]?.id ?? '']))[0]?.situation).toBe('manual');
  });

  test('A4 undo takes a run back and says what it cannot', async () => {
    const { acme, vendor, id, members, directory } = await connected({ employees: company });
    for (const { id: memberId } of await members()) directory.accept(memberId);
    vendor.employees = [
      employee('1', { jobTitle: 'Crate Lead' }),
      employee('2', { status: 'terminated', terminationDate: '2026-10-31' }),
      company[2]!,
    ];
    const { run } = await acme.sync(id);
    expect(run.summary?.operations).toEqual({ update: 1, archive: 1 });
    const undoing = await acme.previewUndo(id, { runId: run.id });
    expect(undoing.operations.map(({ kind }) => kind)).toEqual(['reactivate', 'update']);
    await acme.undo(id, { actor: admin, runId: run.id, hash: undoing.hash });
    expect((await members()).map(({ status }) => status)).toEqual(['active', 'active', 'active']);
    expect((await acme.get(id)).state).toBe('paused');
    const twice = await acme.previewUndo(id, { runId: run.id });
    expect(twice.operations).toEqual([]);
    expect(twice.conflicts).toHaveLength(2);
  });

  test('C6 V7 a failed read changes nobody; refused credentials stop reads until somebody acts', async () => {
    const { acme, vendor, id, later, members, engine } = await connected({ employees: company });
    const before = await members();
    vendor.employees = [];
    expect((await acme.sync(id)).connection).toMatchObject({ state: 'needs_attention', attention: { cause: 'read_doubtful' } });
    vendor.employees = company;
    const good = await acme.get(id);
    expect(good.nextSyncAt).not.toBeNull();
    (vendor as { password: string }).password = 'another-one-10';
    const failed = await acme.sync(id);
    expect(failed.run).toMatchObject({ state: 'failed', error: { code: 'credentials_rejected' } });
    expect(failed.connection).toMatchObject({
      state: 'needs_attention',
      attention: { cause: 'reauthenticate' },
      nextSyncAt: null,
    });
    later(86_400_000);
    expect(await engine.runDue()).toEqual([]);
    expect(await members()).toEqual(before);
    await acme.reconnect(id, { actor: admin, config: { password: 'another-one-10' } });
    expect(await engine.runDue()).toMatchObject([{ ok: true, connection: { state: 'connected' } }]);
  });

  test('C9 every action asks the platform first, and is recorded', async () => {
    const asked: string[] = [];
    const { acme, vendor, store } = createStage({
      employees: company,
      options: {
        hooks: {
          authorize: ({ action, actor }) => {
            asked.push(action);
            return actor.id === 'admin-1' || action === 'connect';
          },
        },
      },
    });
    const intruder = { id: 'user-9', kind: 'user' } as const;
    const { connection } = await acme.connect({ actor: admin, connector: 'paper', config: { password: vendor.password } });
    await expect(acme.disconnect(connection.id, { actor: intruder })).rejects.toMatchObject({ code: 'not_allowed' });
    expect(asked).toEqual(['connect', 'disconnect']);
    expect(await store.actions.list(connection.id, 10)).toMatchObject([
      { actor: intruder, action: 'disconnect', allowed: false },
      { actor: admin, action: 'connect', allowed: true },
    ]);
  });

  test('A2 a connection of another customer does not exist', async () => {
    const { id, engine } = await connected({ employees: company });
    await expect(engine.customer('other').sync(id)).rejects.toMatchObject({ code: 'connection_unknown' });
    await expect(engine.customer('other').people(id)).rejects.toMatchObject({ code: 'connection_unknown' });
  });

  test('A2 two syncs at once: one runs, the other is told', async () => {
    const { acme, id } = await connected({ employees: company });
    const results = await Promise.allSettled([acme.sync(id), acme.sync(id)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'run_in_progress', retryable: true },
    });
  });
});
