import { benchRead } from './b1-read.ts';
import { benchSync } from './b2-sync.ts';
import { benchPlan } from './b4-plan.ts';
import { benchRequests } from './b6-requests.ts';
import { benchImport } from './b7-import.ts';
import { benchOptions, usage, type BenchId, type BenchOptions } from './options.ts';
import { benchScim } from './p1-scim.ts';
import type { BenchResult } from './result.ts';

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const { json, people, only } = optionsOrEnd();
// The sizes at which the cost is printed; a smaller run measures up to its own.
const sizes = [10_000, 50_000, 100_000, 200_000].filter((size) => size <= people * 2);
const wants = (...ids: readonly BenchId[]): boolean => ids.some((id) => only.includes(id));

const results: BenchResult[] = [];
// Said at once as well: the whole takes twenty minutes.
const take = (...more: readonly BenchResult[]): void => {
  for (const { id, value, unit, limit } of more) say(`${id}: ${String(value)} ${unit} (limit ${String(limit)})`);
  results.push(...more);
};
if (wants('B7')) {
  say('B7: import …');
  take(benchImport());
}
if (wants('B6')) {
  say('B6: requests …');
  take(await benchRequests(1_000));
}
if (wants('B1')) {
  say(`B1: reading ${String(people)} people …`);
  take(await benchRead(people));
}
if (wants('B4')) {
  say(`B4: planning ${String(people)} people …`);
  take(await benchPlan(people));
}
if (wants('B2', 'B3', 'B5')) take(...(await benchSync(people, sizes, say)));
if (wants('P1', 'P2', 'P3')) take(...(await benchScim(say)));
results.sort((a, b) => a.id.localeCompare(b.id));

if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else
  for (const { id, what, value, unit, limit, aim, ok, detail } of results) {
    process.stdout.write(
      `${ok ? 'ok  ' : 'MISS'} ${id}  ${what}: ${String(value)} ${unit} (limit ${String(limit)}, aim ${String(aim)})\n          ${detail}\n`,
    );
  }
if (results.some(({ ok }) => !ok)) process.exitCode = 1;

function optionsOrEnd(): BenchOptions {
  try {
    const options = benchOptions(process.argv.slice(2));
    if (options !== null) return options;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    say(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
