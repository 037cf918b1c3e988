import { describe, expect, test } from 'vitest';
import { employee } from '../plan/world.ts';
import { paperVendor } from './support/paper-vendor.ts';
import { admin, connected, type ConnectedStage } from './support/stage.ts';

const stageWithWebhooks = (): Promise<ConnectedStage> =>
  connected({ employees: [employee('1')], vendors: [withPeople(paperVendor('paper', { webhook: true }))] });

function withPeople(vendor: ReturnType<typeof paperVendor>): ReturnType<typeof paperVendor> {
  vendor.employees = [employee('1')];
  return vendor;
}

const event = { headers: { 'X-Paper': 'whsec-7' }, body: Buffer.from('{}') };

describe('C5 a webhook', () => {
  test('makes the next pull due at once, and nothing else', async () => {
    const { engine, acme, vendor, id, later } = await stageWithWebhooks();
    const { reads } = vendor;
    later(1000);

    await engine.webhook(id, event, 'whsec-7');

    expect(vendor.reads).toBe(reads);
    expect((await acme.get(id)).nextSyncAt).toBe('2026-11-02T09:00:01.000Z');
    const [due] = await engine.runDue();
    expect(due).toMatchObject({ connectionId: id, ok: true, run: { state: 'done' } });
    expect(Date.parse((await acme.get(id)).nextSyncAt ?? '')).toBeGreaterThan(Date.parse('2026-11-02T09:00:01Z'));
  });

  test('that comes while a read is under way is not lost: the next read is due when this one ends', async () => {
    const { engine, acme, vendor, id, later } = await stageWithWebhooks();
    later(1000);
    vendor.meanwhile = () => engine.webhook(id, event, 'whsec-7');

    await acme.sync(id);

    expect((await acme.get(id)).nextSyncAt).toBe('2026-11-02T09:00:01.000Z');
    vendor.meanwhile = undefined;
    later(1000);
    expect(await engine.runDue()).toHaveLength(1);
    expect(await engine.runDue()).toEqual([]);
  });

  test('that comes while a read fails does not make a vendor in trouble be asked at once (C6)', async () => {
    const { engine, acme, vendor, id, later } = await stageWithWebhooks();
    later(1000);
    vendor.meanwhile = async () => {
      await engine.webhook(id, event, 'whsec-7');
      throw new TypeError('the page is torn');
    };

    await acme.sync(id);

    expect((await acme.get(id)).nextSyncAt).not.toBe('2026-11-02T09:00:01.000Z');
  });

  test('wakes nobody who is paused', async () => {
    const { engine, acme, id } = await stageWithWebhooks();
    await acme.pause(id, { actor: admin });

    await engine.webhook(id, event, 'whsec-7');

    expect((await acme.get(id)).nextSyncAt).toBeNull();
  });

  test('with another secret is refused and wakes nobody', async () => {
    const { engine, acme, id } = await stageWithWebhooks();
    const { nextSyncAt } = await acme.get(id);

    await expect(engine.webhook(id, event, 'another')).rejects.toMatchObject({ code: 'webhook_refused' });

    expect((await acme.get(id)).nextSyncAt).toBe(nextSyncAt);
  });

  test('that is a ping is answered and wakes nobody', async () => {
    const { engine, acme, id } = await stageWithWebhooks();
    const { nextSyncAt } = await acme.get(id);

    expect(await engine.webhook(id, { headers: {}, body: new Uint8Array() }, 'whsec-7')).toEqual({ kind: 'ping' });

    expect((await acme.get(id)).nextSyncAt).toBe(nextSyncAt);
  });
});
