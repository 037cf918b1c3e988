import { describe, expect, test } from 'vitest';
import { employee } from '../plan/world.ts';
import { paperPusher, post } from './support/paper-pusher.ts';
import { paperVendor } from './support/paper-vendor.ts';
import { admin, createStage, previewed, type Stage } from './support/stage.ts';
import type { PushSession } from '../../src/index.ts';

interface PushStage extends Stage {
  readonly id: string;
  readonly token: string;
  readonly session: PushSession;
}

const everybody = { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' };

async function opened({ engine }: Pick<Stage, 'engine'>, token: string): Promise<PushSession> {
  const session = await engine.push.open(token);
  if (session === null) throw new TypeError('the token is refused');
  return session;
}

/** Connected, and not configured yet. */
async function pushStage(): Promise<PushStage> {
  const stage = createStage({ options: { connectors: [paperPusher(), paperVendor().connector] } });
  const { connection } = await stage.acme.connect({ actor: admin, connector: 'letters' });
  const { token } = await stage.acme.createPushToken(connection.id, { actor: admin });
  return { ...stage, id: connection.id, token, session: await opened(stage, token) };
}

/** With three people who were pushed, and confirmed. */
async function confirmedStage(): Promise<PushStage> {
  const stage = await pushStage();
  const { acme, id, session } = stage;
  for (const number of ['1', '2', '3', '4', '5', '6']) await post(session, employee(number));
  await acme.configure(id, { actor: admin, configuration: everybody });
  const plan = await previewed(stage, id);
  await acme.confirm(id, { actor: admin, planHash: plan.hash });
  return stage;
}

async function dueAt({ acme, id }: PushStage): Promise<string | null> {
  return (await acme.get(id)).nextSyncAt;
}

describe('a connection that is pushed to', () => {
  test('C1 C2 C3 needs no credentials, keeps what comes before it is confirmed, and manages nobody until then', async () => {
    const stage = await pushStage();
    const { acme, id, session, members } = stage;
    expect(await acme.get(id)).toMatchObject({ state: 'awaiting_configuration', delivery: 'push', nextSyncAt: null });
    await post(session, employee('1'));
    await acme.configure(id, { actor: admin, configuration: everybody });
    expect((await acme.get(id)).nextSyncAt).toBeNull();

    const plan = await previewed(stage, id);

    expect(plan.summary.operations).toEqual({ create: 1 });
    expect(await members()).toEqual([]);
    await acme.confirm(id, { actor: admin, planHash: plan.hash });
    expect(await members()).toHaveLength(1);
  });

  test('C5 plans what came some seconds after the first of it, and once for all of it', async () => {
    const stage = await confirmedStage();
    const { acme, engine, id, session, members, later } = stage;
    const { length } = await acme.runs(id);
    for (let number = 10; number < 40; number += 1) await post(session, employee(String(number)));

    expect(await dueAt(stage)).toBe('2026-11-02T09:00:05.000Z');
    expect(await engine.runDue()).toEqual([]);
    later(5000);
    expect(await engine.runDue()).toMatchObject([{ ok: true, run: { done: 30 } }]);

    expect(await members()).toHaveLength(36);
    expect(await acme.runs(id)).toHaveLength(length + 1);
    expect(await engine.runDue()).toEqual([]);
  });

  test('C5 a burst that comes to a sleeping connection wakes it once, and every push of it is answered', async () => {
    const { acme, id, session } = await confirmedStage();
    const { version } = await acme.get(id);

    await Promise.all(Array.from({ length: 50 }, (_, number) => post(session, employee(String(100 + number)))));

    expect(await acme.get(id)).toMatchObject({ nextSyncAt: '2026-11-02T09:00:05.000Z', version: version + 1 });
  });

  test('V1 a deletion is a statement: the person leaves, by the rule and with the evidence that says so', async () => {
    const stage = await confirmedStage();
    const { acme, engine, session, members, later } = stage;
    const there = await session.byName('user', '3');
    if (there === null) throw new TypeError('nobody is there');

    expect(await session.delete(there, there.attributes)).toBe(true);

    later(5000);
    await engine.runDue();
    const gone = (await members()).find(({ email }) => email === 'p3@fjordkiste.example');
    expect(gone?.status).toBe('archived');
    const { history } = await acme.why(gone?.id ?? '');
    expect(history[0]?.operation).toMatchObject({ kind: 'archive', rule: 'V1', evidence: { path: 'letter.status' } });
    expect(await session.get('user', there.id)).toBeNull();
  });

  test('V6 whoever is pushed again after a deletion is a new resource with the same address: a person has to say who it is', async () => {
    const stage = await confirmedStage();
    const { engine, session, members, later } = stage;
    const there = await session.byName('user', '3');
    if (there !== null) await session.delete(there, there.attributes);
    later(5000);
    await engine.runDue();

    await post(session, employee('3'));
    later(5000);
    await engine.runDue();

    const again = (await members()).filter(({ email }) => email === 'p3@fjordkiste.example');
    expect(again).toHaveLength(1);
  });

  test('C5 a push during a sync is not forgotten when the sync ends', async () => {
    const stage = await confirmedStage();
    const { acme, engine, id, session, directory, members, later } = stage;
    later(60_000);
    const list = directory.members.bind(directory);
    let pushed = false;
    directory.members = async () => {
      if (!pushed) {
        pushed = true;
        await post(session, employee('9'));
      }
      return list();
    };

    await acme.sync(id);

    directory.members = list;
    expect(await members()).toHaveLength(6);
    later(5000);
    expect(await engine.runDue()).toHaveLength(1);
    expect(await members()).toHaveLength(7);
  });

  test('C8 while it is paused everything is kept, and nothing is done', async () => {
    const stage = await confirmedStage();
    const { acme, engine, id, session, members, later } = stage;
    await acme.pause(id, { actor: admin });
    await post(session, employee('9'));
    later(10_000);
    expect(await engine.runDue()).toEqual([]);
    await acme.resume(id, { actor: admin });
    await engine.runDue();
    expect(await members()).toHaveLength(7);
  });

  test('C7 disconnecting erases what was pushed; the token is refused, and what comes in that moment does not stay', async () => {
    const { acme, engine, id, session, store, token } = await confirmedStage();
    await acme.disconnect(id, { actor: admin });

    expect(await engine.push.open(token)).toBeNull();
    await expect(post(session, employee('9'))).rejects.toMatchObject({ code: 'connection_unknown' });
    expect(await store.pushed.page(id, 'user', { limit: 10, deleted: true })).toEqual([]);
    expect(await store.pushTokens.ofConnection(id)).toEqual([]);
  });

  test('of a vendor that cannot push is refused, and a token for one that is read as well', async () => {
    const { acme } = await pushStage();
    await expect(acme.connect({ actor: admin, connector: 'paper', delivery: 'push' })).rejects.toMatchObject({
      code: 'capability_missing',
    });
    const { connection } = await acme.connect({ actor: admin, connector: 'paper', config: { password: 'correct-horse-9' } });
    await expect(acme.createPushToken(connection.id, { actor: admin })).rejects.toMatchObject({ code: 'state_invalid' });
  });
});

describe('a push token', () => {
  test('is shown once, and only its hash is kept', async () => {
    const { store, id, token, acme } = await pushStage();
    const [stored] = await store.pushTokens.ofConnection(id);
    const secret = token.split('_')[2] ?? '';
    expect(token).toMatch(/^rollcall_[0-9a-f]{16}_[\w-]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(await acme.pushTokens(id)).toEqual([{ id: stored?.id, createdAt: '2026-11-02T09:00:00.000Z', expiresAt: null }]);
    expect((await acme.actions(id))[0]).toMatchObject({ action: 'create_push_token', allowed: true });
  });

  test('opens its own connection and no other', async () => {
    const stage = await pushStage();
    const birch = stage.engine.customer('birch');
    const { connection } = await birch.connect({ actor: admin, connector: 'letters' });
    const { token } = await birch.createPushToken(connection.id, { actor: admin });
    const theirs = await opened(stage, token);
    const mine = await post(stage.session, employee('1'));

    expect(theirs).toMatchObject({ connectionId: connection.id, customerId: 'birch', connector: 'letters' });
    expect(await theirs.get('user', mine.id)).toBeNull();
    expect(await theirs.byName('user', '1')).toBeNull();
    expect(await theirs.count('user')).toBe(0);
    const forged = `${stage.token.split('_').slice(0, 2).join('_')}_${token.split('_')[2] ?? ''}`;
    expect(await stage.engine.push.open(forged)).toBeNull();
    await expect(stage.acme.createPushToken(connection.id, { actor: admin })).rejects.toMatchObject({
      code: 'connection_unknown',
    });
  });

  test.each(['', 'Bearer x', 'rollcall_', `rollcall_${'0'.repeat(16)}_${'A'.repeat(43)}`, `rollcall_${'0'.repeat(16)}_`])(
    'that is none is refused: %j',
    async (token) => {
      const { engine } = await pushStage();
      expect(await engine.push.open(token)).toBeNull();
    },
  );

  test('that was replaced is good for the overlap and no longer', async () => {
    const { engine, acme, id, token, later } = await pushStage();
    const { token: next } = await acme.createPushToken(id, { actor: admin, overlapMs: 3_600_000 });
    later(3_599_999);
    expect(await engine.push.open(token)).not.toBeNull();
    later(1);
    expect(await engine.push.open(token)).toBeNull();
    expect(await engine.push.open(next)).not.toBeNull();
    await acme.createPushToken(id, { actor: admin, overlapMs: 0 });
    expect(await engine.push.open(next)).toBeNull();
    // What is over is not kept; what ended just now is still listed.
    expect(await acme.pushTokens(id)).toHaveLength(2);
  });

  test('that was revoked is refused at once', async () => {
    const { engine, acme, id, token } = await pushStage();
    const [{ id: tokenId } = { id: '' }] = await acme.pushTokens(id);
    await acme.revokePushToken(id, { actor: admin, tokenId });
    expect(await engine.push.open(token)).toBeNull();
  });
});
