import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DirectoryError } from '@rollcall/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqliteDirectory } from '../../directory/index.ts';

const ann = { email: 'ann@fjordkiste.example', values: { firstName: 'Ann', jobTitle: 'Cooper' } };
const bob = { email: 'bob@fjordkiste.example', values: {} };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-directory-'));
  file = join(folder, 'application.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the reference directory on SQLite', () => {
  test('A1 members and keys are there when the file is opened again', async () => {
    const before = sqliteDirectory({ file, customerId: 'fjordkiste' });
    const id = await before.create(ann, 'create');
    await before.update(id, { jobTitle: 'Baker' }, 'update');
    await before.update(id, { jobTitle: 'Captain' }, 'update again');
    before.close();
    const after = sqliteDirectory({ file, customerId: 'fjordkiste' });
    expect(await after.create(ann, 'create')).toBe(id);
    await after.update(id, { jobTitle: 'Baker' }, 'update');
    expect(await after.members()).toMatchObject([{ id, values: { firstName: 'Ann', jobTitle: 'Captain' } }]);
    after.close();
  });

  test('A1 a change that fails in the middle leaves neither change nor key', async () => {
    const directory = sqliteDirectory({ file, customerId: 'fjordkiste' });
    const id = await directory.create(ann, 'create');
    const beside = new DatabaseSync(file);
    beside.exec(`CREATE TRIGGER refuse BEFORE UPDATE OF job_title ON member BEGIN SELECT raise(ABORT, 'Ann may not'); END`);
    const update = (): Promise<void> => directory.update(id, { jobTitle: 'Baker' }, 'update');
    await expect(update()).rejects.toThrow(DirectoryError);
    await expect(update()).rejects.toMatchObject({ code: 'unavailable', message: expect.not.stringContaining('Ann') as string });
    beside.exec('DROP TRIGGER refuse');
    beside.close();
    await update();
    expect(await directory.members()).toMatchObject([{ values: { jobTitle: 'Baker' } }]);
    directory.close();
  });

  test('two directories of one file take turns with their batches', async () => {
    const one = sqliteDirectory({ file, customerId: 'one' });
    const two = sqliteDirectory({ file, customerId: 'two' });
    await Promise.all(
      [one, two].map((directory) =>
        directory.inBatch(async () => {
          await directory.create(ann, 'ann');
          await new Promise((resolve) => setImmediate(resolve));
          await directory.inBatch(async () => {
            await directory.create(bob, 'bob');
          });
        }),
      ),
    );
    expect(await one.members()).toHaveLength(2);
    expect(await two.members()).toHaveLength(2);
    one.close();
    one.close();
    await two.create({ email: 'eva@fjordkiste.example', values: {} }, 'eva');
    two.close();
  });

  test('a database that the application has open stays open', async () => {
    const database = new DatabaseSync(':memory:');
    const directory = sqliteDirectory({ database, customerId: 'fjordkiste' });
    await directory.create(ann, 'create');
    directory.close();
    expect(database.prepare('SELECT count(*) AS members FROM member').get()).toEqual({ members: 1 });
    database.close();
  });

  test('people come by hand too, whole or not at all', async () => {
    const directory = sqliteDirectory({ customerId: 'fjordkiste' });
    const owner = await directory.addMember({ ...ann, protected: true });
    const invited = await directory.addMember({ ...bob, status: 'invited', managerId: owner, entity: 'bergen' });
    expect(await directory.members()).toEqual([
      expect.objectContaining({ id: owner, status: 'active', protected: true, managerId: null, entity: null }),
      expect.objectContaining({ id: invited, status: 'invited', protected: false, managerId: owner, entity: 'bergen' }),
    ]);
    await expect(directory.addMember({ email: 'eva@fjordkiste.example', managerId: '99' })).rejects.toThrow(DirectoryError);
    await expect(directory.addMember(bob)).rejects.toThrow(DirectoryError);
    await expect(directory.addMember({ email: 'not an address' })).rejects.toThrow(DirectoryError);
    expect(await directory.members()).toHaveLength(2);
    directory.close();
  });

  test('T6 whether teams are locked can be asked by the application', async () => {
    const directory = sqliteDirectory({ customerId: 'fjordkiste' });
    expect(await directory.areTeamsLocked()).toBe(false);
    await directory.teams.change({ remove: [], handOver: [], put: [], locked: true }, 'on');
    expect(await directory.areTeamsLocked()).toBe(true);
    directory.close();
  });
});
