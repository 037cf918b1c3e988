import { describe, expect, test } from 'vitest';
import { fileOf, type Connected, type Employee, type FileSource } from '../../src/index.ts';
import { employee } from '../plan/world.ts';
import { linesOf, paperFile } from './support/paper-file.ts';
import { paperVendor } from './support/paper-vendor.ts';
import { admin, createStage, previewed, type Stage } from './support/stage.ts';

interface FileStage extends Stage {
  readonly id: string;
  readonly give: (people: readonly object[], more?: { readonly people?: number }) => Promise<Connected>;
}

const everybody = { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' };
const six = ['1', '2', '3', '4', '5', '6'].map((id) => employee(id));
const five = six.slice(0, 5);

/** Connected with a file of six people, and confirmed. */
async function confirmedStage(files?: () => FileSource | null): Promise<FileStage> {
  const stage = createStage({
    options: { connectors: [paperFile(), paperVendor().connector], ...(files !== undefined && { files }) },
  });
  const { acme } = stage;
  const given = files === undefined ? { file: linesOf(six) } : {};
  const { connection } = await acme.connect({ actor: admin, connector: 'lines', ...given });
  const { id } = connection;
  await acme.configure(id, { actor: admin, configuration: everybody });
  const plan = await previewed(stage, id);
  await acme.confirm(id, { actor: admin, planHash: plan.hash });
  return { ...stage, id, give: (people, more) => acme.upload(id, { actor: admin, file: linesOf(people, more) }) };
}

async function archived({ members }: FileStage): Promise<readonly string[]> {
  return (await members()).filter(({ status }) => status === 'archived').map(({ email }) => email);
}

describe('a connection that reads a file', () => {
  test('C2 keeps the file sealed, and reads it again without being given it', async () => {
    const { acme, id, store, members } = await confirmedStage();

    expect(await members()).toHaveLength(6);
    expect(await store.secrets.names(id)).toContain('file');
    expect(await store.secrets.get(id, 'file')).not.toContain('fjordkiste');
    expect(await acme.check(id)).toMatchObject({ error: null, sample: 6, because: null });
  });

  test('C2 a first file that cannot be read leaves nothing behind', async () => {
    const { acme } = createStage({ options: { connectors: [paperFile()] } });

    await expect(
      acme.connect({ actor: admin, connector: 'lines', file: fileOf('people.lines', 'nonsense') }),
    ).rejects.toMatchObject({ code: 'config_invalid' });
    expect(await acme.connections()).toEqual([]);
  });

  test('C2 it is not connected without a file', async () => {
    const { acme } = createStage({ options: { connectors: [paperFile()] } });

    await expect(acme.connect({ actor: admin, connector: 'lines' })).rejects.toThrow(/file is missing/);
  });

  test('V1 a newer file is due at once, and who has left by it leaves', async () => {
    const stage = await confirmedStage();
    const left = { ...employee('6'), status: 'terminated', terminationDate: '2026-10-31' } satisfies Employee;

    expect(await stage.give([...five, left])).toMatchObject({ check: { sample: 6, quarantined: [], because: null } });

    expect(await stage.engine.runDue()).toMatchObject([{ ok: true, run: { done: 1 } }]);
    expect(await archived(stage)).toEqual(['p6@fjordkiste.example']);
  });

  test('V2 whoever is missing from a file is missing once, however often that file is read', async () => {
    const stage = await confirmedStage();
    const { acme, id } = stage;
    await stage.give(five);
    for (let time = 0; time < 4; time += 1) await acme.sync(id, { actor: admin });
    expect(await archived(stage)).toEqual([]);

    await stage.give([...five].reverse());
    await acme.sync(id, { actor: admin });

    expect(await archived(stage)).toEqual(['p6@fjordkiste.example']);
  });

  test('V2 V3 a removal that waits for approval goes on waiting while its file is read again', async () => {
    const stage = await confirmedStage();
    const { acme, id } = stage;
    await stage.give(six.slice(0, 2));
    await acme.sync(id, { actor: admin });
    await stage.give(six.slice(0, 2).reverse());
    await acme.sync(id, { actor: admin });
    const held = await acme.held(id);
    expect(held?.operations.map(({ operation }) => operation.kind)).toEqual(['archive', 'archive', 'archive', 'archive']);

    await acme.sync(id, { actor: admin });

    expect((await acme.held(id))?.operations).toHaveLength(4);
    expect(await archived(stage)).toEqual([]);
  });

  test('V2 a file of which nobody says that it is everybody makes nobody missing', async () => {
    const stage = await confirmedStage();
    const { acme, id } = stage;
    const { check } = await stage.give(five, { people: 120 });
    expect(check.because).toBe('nobody says that this is everybody');
    for (let time = 0; time < 3; time += 1) await acme.sync(id, { actor: admin });

    expect(await archived(stage)).toEqual([]);
  });

  test('a file that cannot be read leaves the one before it in place', async () => {
    const { acme, id } = await confirmedStage();

    await expect(acme.upload(id, { actor: admin, file: fileOf('people.lines', 'nonsense') })).rejects.toThrow(/has no lines/);
    expect(await acme.check(id)).toMatchObject({ error: null, sample: 6 });
  });

  test('a file of nobody leaves the one before it in place', async () => {
    const { acme, id } = await confirmedStage();

    await expect(acme.upload(id, { actor: admin, file: linesOf([{ status: 'active' }]) })).rejects.toThrow(
      /file holds nobody who can be read \(see row 1\)/,
    );
    expect(await acme.check(id)).toMatchObject({ error: null, sample: 6 });
  });

  test('C5 an upload during a pause waits for its end', async () => {
    const stage = await confirmedStage();
    const { acme, id, engine } = stage;
    await acme.pause(id, { actor: admin });
    await stage.give([...five, employee('7')]);
    expect(await engine.runDue()).toEqual([]);

    await acme.resume(id, { actor: admin });
    expect(await engine.runDue()).toMatchObject([{ ok: true }]);
    expect(await stage.members()).toHaveLength(7);
  });

  test('C7 the file goes with the connection', async () => {
    const { acme, id, store } = await confirmedStage();
    await acme.disconnect(id, { actor: admin });

    expect(await store.secrets.names(id)).toEqual([]);
  });

  test('C7 an upload that comes while the connection ends leaves nothing behind', async () => {
    const { acme, id, store } = await confirmedStage();
    const people = linesOf(five);
    const slow: FileSource = {
      ...people,
      async *open(signal) {
        await acme.disconnect(id, { actor: admin });
        yield* people.open(signal);
      },
    };

    await acme.upload(id, { actor: admin, file: slow }).catch(() => undefined);

    expect(await store.secrets.names(id)).toEqual([]);
  });

  test('C9 uploading is an action of its own', async () => {
    const stage = createStage({
      options: { connectors: [paperFile()], hooks: { authorize: ({ action }) => action !== 'upload' } },
    });
    const { connection } = await stage.acme.connect({ actor: admin, connector: 'lines', file: linesOf(six) });

    await expect(stage.acme.upload(connection.id, { actor: admin, file: linesOf(five) })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('a file that the platform points at', () => {
  test('is read as it is when a sync comes', async () => {
    let file = linesOf(six);
    const stage = await confirmedStage(() => file);
    file = linesOf([...six, employee('7')]);
    await stage.acme.sync(stage.id, { actor: admin });

    expect(await stage.members()).toHaveLength(7);
    expect(await stage.store.secrets.names(stage.id)).not.toContain('file');
  });

  test('takes no uploads, which nobody would ever read', async () => {
    const stage = await confirmedStage(() => linesOf(six));

    await expect(stage.give(five)).rejects.toMatchObject({ code: 'state_invalid' });
  });
});

test('a connector that asks a vendor takes no file', async () => {
  const stage = createStage({ options: { connectors: [paperVendor().connector] } });

  await expect(
    stage.acme.connect({ actor: admin, connector: 'paper', config: { password: 'correct-horse-9' }, file: linesOf(six) }),
  ).rejects.toThrow(/reads none/);
});
