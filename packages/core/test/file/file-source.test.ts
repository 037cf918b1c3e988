import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf, checkRead, fileAt, fileOf, readEmployees, type FileSource } from '../../src/index.ts';
import { employee } from '../plan/world.ts';
import { linesOf, paperFile } from '../engine/support/paper-file.ts';
import { paperVendor } from '../engine/support/paper-vendor.ts';

const { signal } = new AbortController();
const lines = paperFile();

async function textOf(file: FileSource): Promise<string> {
  return new TextDecoder().decode(await bytesOf(file, signal));
}

describe('a file', () => {
  test.each([
    ['bytes', new TextEncoder().encode('Ærø')],
    ['a text', 'Ærø'],
    ['an upload', new Blob(['Ær', 'ø'])],
    ['a stream', new Blob(['Ær', 'ø']).stream()],
  ])('from %s', async (_what, content) => {
    expect(await textOf(fileOf('isles.lines', content))).toBe('Ærø');
  });

  test('that is a stream is read once, and says so', async () => {
    const file = fileOf('isles.lines', new Blob(['x']).stream());
    await textOf(file);
    await expect(textOf(file)).rejects.toMatchObject({ code: 'config_invalid', problems: [{ field: 'file' }] });
  });

  test('on a disk is opened anew for each read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rollcall-file-'));
    const path = join(folder, 'people.lines');
    try {
      await writeFile(path, 'one');
      const file = fileAt(path, { people: 1 });
      expect([file.name, file.people, await textOf(file)]).toEqual(['people.lines', 1, 'one']);
      await writeFile(path, 'two');
      expect(await textOf(file)).toBe('two');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('that is not there is said without its path', async () => {
    const error: unknown = await textOf(fileAt('/no/such/place/people.lines')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'config_invalid', problems: [{ field: 'file', problem: 'cannot be read (ENOENT)' }] });
    expect(String(error)).not.toContain('/no/such');
  });

  test('ends with the signal', async () => {
    await expect(bytesOf(fileOf('a.lines', 'x'), AbortSignal.abort(new TypeError('enough')))).rejects.toThrow('enough');
  });
});

describe('a connector that reads a file', () => {
  test('reads it to the end, and is complete where somebody says so', async () => {
    const read = readEmployees(lines, { config: {}, file: linesOf([employee('1'), employee('2')]) });
    expect(await Array.fromAsync(read, ({ id }) => id)).toEqual(['1', '2']);
    expect(await read.report).toMatchObject({ outcome: 'complete', requests: 0, evidence: { by: 'statement', total: 2 } });
  });

  test.each([
    ['is missing', undefined, /file is missing/],
    ['has another ending', fileOf('people.pdf', ''), /file must be one of \.lines, by its name/],
  ])('refuses at once a file that %s', (_what, file, message) => {
    expect(() => readEmployees(lines, { config: {}, file })).toThrow(message);
  });

  test('refuses a file where none is read', () => {
    const { connector } = paperVendor();
    expect(() => readEmployees(connector, { config: { password: 'correct-horse-9' }, file: linesOf([]) })).toThrow(
      /file is given, and this connector reads none/,
    );
  });

  test('ends with an error where the file is larger than it may be', async () => {
    const file = fileOf('people.lines', 'x'.repeat(10_001));
    await expect(Array.fromAsync(readEmployees(lines, { config: {}, file }))).rejects.toThrow(/larger than 10000 bytes/);
  });

  test('says in which row somebody is who could not be read', async () => {
    const file = linesOf([employee('1'), { ...employee('2'), firstName: 7 }, { status: 'active' }, { id: '4' }]);
    const check = await checkRead(lines, { config: {}, file });
    expect(check.quarantined).toMatchObject([
      { where: 'row 2', employeeId: '2' },
      { where: 'row 3', employeeId: undefined },
    ]);
    expect(JSON.stringify(check.quarantined)).not.toContain('7');
    expect(check).toMatchObject({ error: null, sample: 2, because: '1 records came without a readable id' });
  });
});
