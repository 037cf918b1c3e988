import { createEngine, createMemoryStore, fileOf, type Actor, type CustomerEngine, type FileSource } from '@rollcall/core';
import { createFakeDirectory } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { csv } from '../src/index.ts';

const admin: Actor = { id: 'admin-1', kind: 'user' };
const day = 86_400_000;

const header = 'Personalnummer;Nachname;Vorname;E-Mail;Status;Eintritt;Austritt;Personalnummer Vorgesetzter';
const team = {
  anna: '1;Ash;Anna;anna@fjordkiste.example;aktiv;01.02.2019;;',
  ben: '2;Birch;Ben;ben@fjordkiste.example;aktiv;01.02.2019;;1',
  cy: '3;Cole;Cy;cy@fjordkiste.example;aktiv;01.02.2019;;1',
  dora: '4;Dill;Dora;dora@fjordkiste.example;aktiv;01.02.2019;;1',
  eli: '5;Elm;Eli;eli@fjordkiste.example;aktiv;01.02.2019;;1',
};
const benLeft = '2;Birch;Ben;ben@fjordkiste.example;ausgeschieden;01.02.2019;31.10.2026;1';

const fileWith = (...rows: readonly string[]): FileSource =>
  fileOf('people.csv', `${[header, ...rows].join('\r\n')}\r\n`, { people: rows.length });

function createStage() {
  let time = Date.parse('2026-11-02T09:00:00Z');
  const clock = { now: () => new Date(time) };
  const directory = createFakeDirectory();
  const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
  const engine = createEngine({
    store: createMemoryStore({ clock }),
    directory: () => directory,
    connectors: [csv],
    secrets: { current: 'k1', keys: { k1: key(7) }, fingerprintKey: key(9) },
    clock,
  });
  const acme = engine.customer('acme');
  const later = (ms: number): void => {
    time += ms;
  };
  const withAccess = async (): Promise<readonly string[]> =>
    (await directory.members())
      .filter(({ status }) => status !== 'archived')
      .map(({ email }) => email.replace(/@.*/, ''))
      .toSorted();
  return { acme, later, withAccess };
}

async function connect(acme: CustomerEngine, file: FileSource): Promise<string> {
  const { connection, check } = await acme.connect({ actor: admin, connector: 'csv', config: { everybody: 'yes' }, file });
  expect(check).toMatchObject({ error: null, because: null });
  await acme.configure(connection.id, {
    actor: admin,
    configuration: { filter: { match: 'everybody' }, entities: null, policy: 'autoProvision' },
  });
  const { plan } = await acme.preview(connection.id, { actor: admin });
  await acme.confirm(connection.id, { actor: admin, planHash: plan?.hash ?? '' });
  return connection.id;
}

describe('a company that uploads files', () => {
  test('V2 who is missing is counted once for each file, and leaves with the second; a stated leaver leaves at once', async () => {
    const { acme, later, withAccess } = createStage();
    const { anna, ben, cy, dora, eli } = team;
    const id = await connect(acme, fileWith(anna, ben, cy, dora, eli));
    expect(await withAccess()).toEqual(['anna', 'ben', 'cy', 'dora', 'eli']);

    await acme.upload(id, { actor: admin, file: fileWith(anna, benLeft, dora, eli) });
    for (let day = 0; day < 4; day += 1) {
      await acme.sync(id);
      later(86_400_000);
    }
    expect(await withAccess()).toEqual(['anna', 'cy', 'dora', 'eli']);
    const missing = await acme.people(id, { situations: ['missing'] });
    expect(missing.people).toMatchObject([{ employeeId: '3', decision: { rule: 'V2', reason: 'not in 1 of 2 complete reads' } }]);

    await acme.upload(id, { actor: admin, file: fileWith(anna, dora, benLeft, eli) });
    await acme.sync(id);
    expect(await withAccess()).toEqual(['anna', 'dora', 'eli']);
  });

  test('V2 who is there again is not missing any more, and is counted anew', async () => {
    const { acme, later, withAccess } = createStage();
    const { anna, ben, cy, dora } = team;
    const id = await connect(acme, fileWith(anna, ben, cy, dora));
    const uploads = [fileWith(anna, ben, dora), fileWith(anna, ben, cy, dora), fileWith(ben, anna, dora)];
    for (const file of uploads) {
      await acme.upload(id, { actor: admin, file });
      await acme.sync(id);
      later(day);
    }
    expect(await withAccess()).toEqual(['anna', 'ben', 'cy', 'dora']);
  });

  test('V2 a file that does not hold as many people as was said makes nobody missing', async () => {
    const { acme, withAccess } = createStage();
    const { anna, ben, cy, dora } = team;
    const id = await connect(acme, fileWith(anna, ben, cy, dora));
    for (const rows of [[anna], [anna, ben]]) {
      const file = fileOf('people.csv', `${[header, ...rows].join('\n')}\n`, { people: 4 });
      const { check } = await acme.upload(id, { actor: admin, file });
      expect(check.because).toContain('was given with 4 people');
      await acme.sync(id);
    }
    expect(await withAccess()).toEqual(['anna', 'ben', 'cy', 'dora']);
  });

  test.each([
    ['is cut off', 'people.csv', `${header}\r\n1;Ash;Anna`],
    ['is a web page', 'people.csv', '<html>Sign in</html>'],
    ['has another ending', 'people.pdf', '%PDF'],
    ['lost its column of ids', 'people.csv', 'Nachname;E-Mail\r\nAsh;anna@fjordkiste.example\r\n'],
  ])('C2 a file that %s is refused, and the one before it stays', async (_what, name, content) => {
    const { acme, withAccess } = createStage();
    const id = await connect(acme, fileWith(team.anna, team.ben));
    await expect(acme.upload(id, { actor: admin, file: fileOf(name, content) })).rejects.toMatchObject({ name: 'ConfigError' });
    const { run } = await acme.sync(id);
    expect(run).toMatchObject({ state: 'done', failed: 0 });
    expect(await withAccess()).toEqual(['anna', 'ben']);
  });

  test('C2 a first file that cannot be read connects nothing', async () => {
    const { acme } = createStage();
    const connecting = acme.connect({ actor: admin, connector: 'csv', config: {}, file: fileOf('people.csv', '') });
    await connecting.catch(() => undefined);
    const refused = acme.connect({ actor: admin, connector: 'csv', config: {}, file: fileOf('people.csv', 'a;b\n1\n') });
    await expect(refused).rejects.toMatchObject({ name: 'ConfigError' });
  });
});
