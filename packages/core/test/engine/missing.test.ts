import { describe, expect, test } from 'vitest';
import { employee } from '../plan/world.ts';
import { admin, connected, type ConnectedStage } from './support/stage.ts';

const six = ['1', '2', '3', '4', '5', '6'].map((id) => employee(id));

async function sync({ acme, id }: ConnectedStage): Promise<readonly string[]> {
  const { run } = await acme.sync(id, { actor: admin });
  expect(run).toMatchObject({ state: 'done', read: { outcome: 'complete' } });
  return run.notes;
}

async function archived({ members }: ConnectedStage): Promise<readonly (string | null)[]> {
  return (await members()).filter(({ status }) => status === 'archived').map(({ email }) => email);
}

describe('somebody who is missing from a complete read', () => {
  test('V2 leaves at once where the vendor, asked for them, says that they are gone', async () => {
    const stage = await connected({ employees: six, policy: 'autoProvision', get: true });
    stage.vendor.employees = six.slice(0, 5);

    await sync(stage);

    expect(await archived(stage)).toEqual(['p6@fjordkiste.example']);
  });

  test('V2 leaves after another read where the vendor cannot tell who is gone from who may not be seen', async () => {
    const stage = await connected({ employees: six, policy: 'autoProvision', get: 'hint' });
    stage.vendor.employees = six.slice(0, 5);

    expect(await sync(stage)).toContain('1 missing people could not be asked for');
    expect(await archived(stage)).toEqual([]);

    await sync(stage);
    expect(await archived(stage)).toEqual(['p6@fjordkiste.example']);
  });
});
