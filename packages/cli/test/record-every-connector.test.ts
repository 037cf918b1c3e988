import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Employee } from '@rollcall/core';
import type { ExpectedCase, Recording } from '@rollcall/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../src/exit-codes.ts';
import { createBench, type Bench } from './support/bench.ts';
import { casesOf, foundIn, readOf, realValues, replayed, writtenBy } from './support/recordings.ts';

const folder = fileURLToPath(new URL('../../../connectors/', import.meta.url));
// Those that ask a vendor: of others there is nothing to record.
const slugs = readdirSync(folder).filter((slug) => existsSync(`${folder}/${slug}/sandbox/index.ts`));
const benches: Bench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

const ofPeople = ['id', 'employeeNumber', 'workEmail', 'personalEmail', 'firstName', 'lastName', 'phone', 'managerId'] as const;
const days = ['startDate', 'terminationDate'] as const;

/** What of each person is what it really was: field by field, where there is enough of it to be theirs. */
function unchangedOf(real: readonly Employee[], told: readonly Employee[]): readonly string[] {
  return real.flatMap((one, index) =>
    [...ofPeople, ...days].filter((field) => {
      const value = one[field];
      return typeof value === 'string' && value.length > 2 && told[index]?.[field] === value;
    }),
  );
}

function told({ employees, id, gone, changes, cursor, nextCursor }: ExpectedCase): object {
  if (id !== undefined) return { id, ...(gone === true ? { gone } : { employees }) };
  return changes === undefined ? { employees } : { changes, cursor, nextCursor };
}

describe.each(slugs)('rollcall record %s', (slug) => {
  test('over sockets: everything replays, the meaning is the same, and nothing of anybody is left', async () => {
    const bench = await createBench(slug, { size: 14 });
    benches.push(bench);
    const { document, code, err } = await bench.json(['record', slug, '--people', '80']);
    const recording = document as unknown as Recording;
    const { problems, written, suite } = recording;
    expect({ code, err, problems, written, failed: suite?.failed }).toEqual({
      code: exitCodes.ok.code,
      err: '',
      problems: [],
      written: true,
      failed: [],
    });

    const text = writtenBy(bench, recording);
    expect(foundIn(text, realValues(bench))).toEqual([]);
    expect(text).not.toMatch(/sandbox-token|PRIVATE KEY/);

    const cases = casesOf(bench);
    for (const name of recording.cases) expect(await replayed(bench, name)).toEqual(told(cases[name]!));
    const employees = cases[recording.cases[0]!]?.employees ?? [];
    const real = await readOf(bench);
    const kinds = (some: readonly Employee[]) => some.map(({ status, employmentType }) => ({ status, employmentType }));
    expect(kinds(employees)).toEqual(kinds(real));
    expect(unchangedOf(real, employees)).toEqual([]);
  });
});
