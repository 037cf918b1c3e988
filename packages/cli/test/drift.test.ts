import type { SandboxAnswer, SandboxDefinition } from '@rollcall/sandbox';
import type { DriftReport } from '@rollcall/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../src/exit-codes.ts';
import { createBench, load, type Bench } from './support/bench.ts';

const benches: Bench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

/** A connector that has just been recorded, so that only what changes afterwards is drift. */
async function recorded(slug: string): Promise<Bench> {
  const bench = await createBench(slug, { size: 14 });
  benches.push(bench);
  expect(await bench.run(['record', slug])).toMatchObject({ code: exitCodes.ok.code });
  return bench;
}

/** The vendor with other bodies. */
function changed(definition: SandboxDefinition, change: (body: string) => string): SandboxDefinition {
  const routes = definition.routes.map((route) => ({
    ...route,
    handle: (...given: Parameters<typeof route.handle>): SandboxAnswer => {
      const answer = route.handle(...given);
      return answer.status === 200 && route.kind !== 'token' ? { ...answer, body: change(answer.body.toString()) } : answer;
    },
  }));
  return { ...definition, routes };
}

async function driftOf(bench: Bench, code: number): Promise<DriftReport> {
  const { slug } = bench.connector.manifest;
  const ran = await bench.json(['drift', slug]);
  expect({ code: ran.code, err: ran.err }).toEqual({ code, err: '' });
  expectNobodyIn(bench, ran.out);
  return ran.document as unknown as DriftReport;
}

function expectNobodyIn({ sandbox }: Bench, text: string): void {
  const words = new Set([...text.toLowerCase().matchAll(/[\p{L}\p{N}@.-]+/gu)].map(([word]) => word));
  for (const { firstName, lastName, email, personalEmail, iban, phone } of sandbox.twin.people)
    for (const value of [firstName, lastName, email, personalEmail, iban, phone])
      if (value != null && value.length > 3) expect(words.has(value.toLowerCase())).toBe(false);
}

describe('rollcall drift', () => {
  test.each(['breathe', 'hibob', 'workday', 'nmbrs'])('%s as it was recorded: nothing', async (slug) => {
    const bench = await recorded(slug);
    const report = await driftOf(bench, exitCodes.ok.code);
    expect(report).toMatchObject({ against: 'recorded', outcome: 'complete', drift: [] });
    expect(report.people).toBe(bench.sandbox.twin.people.length);
  });

  test('a field with another name, one of another type, a new one and a new word, and which employee fields they feed', async () => {
    const bench = await recorded('breathe');
    const change = (body: string): string => {
      const answer = JSON.parse(body) as { employees: Record<string, unknown>[] };
      const employees = answer.employees.map(({ job_title: title, ...rest }, index) => ({
        ...rest,
        role_title: title,
        id: String(rest['id']),
        pronouns: null,
        ...(index < 2 && { status: 'Seconded' }),
      }));
      return JSON.stringify({ ...answer, employees });
    };
    await bench.serve(changed(await load('breathe', 'sandbox'), change));
    const { drift } = await driftOf(bench, exitCodes.review.code);
    const endpoint = 'GET /v1/employees';
    const count = bench.sandbox.twin.people.length;
    expect(drift.map(({ change, path, word }) => [change, path, word])).toHaveLength(5);
    expect(drift).toEqual(
      expect.arrayContaining([
        { change: 'missing', endpoint, path: '$.employees[].job_title', was: ['string'], is: [], count, fields: ['jobTitle'] },
        { change: 'new', endpoint, path: '$.employees[].role_title', was: [], is: ['string'], count, fields: [] },
        { change: 'new', endpoint, path: '$.employees[].pronouns', was: [], is: ['null'], count, fields: [] },
        { change: 'retyped', endpoint, path: '$.employees[].id', was: ['number'], is: ['string'], count, fields: ['id'] },
        {
          change: 'word',
          endpoint,
          path: '$.employees[].status',
          was: [],
          is: ['word'],
          count: 2,
          fields: ['status'],
          word: 'Seconded',
        },
      ]),
    );
    const shown = await bench.run(['drift', 'breathe']);
    expect(shown.code).toBe(exitCodes.review.code);
    for (const text of ['job_title', 'role_title', 'pronouns', '"Seconded"', 'jobTitle']) expect(shown.out).toContain(text);
    expectNobodyIn(bench, shown.out + shown.err);
  });

  test('an element of a SOAP answer with another name', async () => {
    const bench = await recorded('workday');
    await bench.serve(changed(await load('workday', 'sandbox'), (body) => body.replaceAll('Hire_Date>', 'Entry_Date>')));
    const { drift } = await driftOf(bench, exitCodes.review.code);
    expect(drift.map(({ change, path }) => [change, path.split('/').at(-1)])).toEqual(
      expect.arrayContaining([
        ['missing', 'Hire_Date'],
        ['new', 'Entry_Date'],
      ]),
    );
    expect(drift.every(({ path }) => path.startsWith('/Envelope/Body/'))).toBe(true);
  });

  test('against documentation only it says so, and a refused read ends as in every other command', async () => {
    const bench = await createBench('breathe', { size: 14 });
    benches.push(bench);
    expect((await bench.json(['drift', 'breathe'])).document).toMatchObject({ against: 'documented' });
    const { code, err } = await bench.run(['drift', 'breathe', '--set', 'apiKey=prod-wrong-key-of-nobody']);
    expect({ code, err }).toMatchObject({ code: exitCodes.attention.code, err: expect.stringContaining('AuthError') as string });
  });
});
