import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  bytesOf,
  ConfigError,
  defineConnector,
  defineManifest,
  employeeSchema,
  noLogIn,
  proven,
  unproven,
  type AnyConnector,
  type FileSource,
} from '../../../src/index.ts';
import { fileOf } from '../../../src/index.ts';

const Line = z.looseObject({ row: z.number(), employee: employeeSchema.partial({ status: true }) });

/** A file with one employee in JSON on each line. It holds everybody if whoever gave it says how many they are. */
export function paperFile(): AnyConnector {
  return defineConnector({
    manifest: defineManifest({
      slug: 'lines',
      name: 'Lines',
      category: 'file',
      docsUrl: 'https://lines.example/docs',
      api: { version: '1', checked: '2026-11' },
      config: {},
      hosts: [],
      endpoints: { reads: [] },
      file: { endings: ['.lines'], maxBytes: 10_000 },
      limits: { concurrency: 1 },
      pageSize: 2,
      requests: '0',
      permissions: [],
      fields: ['id', 'status'],
      capabilities: { get: false, changes: 'none', webhook: false, push: false },
      setup: ['Write a line for everybody.'],
    }),
    auth: noLogIn('lines'),
    record: Line,
    locate: (record) => `row ${String((record as { readonly row: number }).row)}`,
    async *list({ file, signal }) {
      const bytes = await bytesOf(file, signal);
      const text = new TextDecoder().decode(bytes);
      if (text === 'nonsense') throw new ConfigError({ vendor: 'lines', problems: [{ field: 'file', problem: 'has no lines' }] });
      const rows = text.split('\n').map((line, index) => ({ row: index + 1, employee: JSON.parse(line) as unknown }));
      yield rows;
      const fingerprint = createHash('sha256').update(bytes).digest('hex');
      return file.people === rows.length
        ? proven({ by: 'statement', total: rows.length, fingerprint, detail: 'the customer says so' })
        : unproven('nobody says that this is everybody');
    },
    map: ({ employee }) => ({ status: 'unknown', ...employee }),
  });
}

/** A file of these people, everybody unless said otherwise. */
export function linesOf(
  employees: readonly object[],
  { people = employees.length }: { readonly people?: number } = {},
): FileSource {
  return fileOf('people.lines', employees.map((employee) => JSON.stringify(employee)).join('\n'), { people });
}
