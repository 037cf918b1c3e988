import { parseArgs } from 'node:util';
import { benchRead } from './b1-read.ts';
import { benchRequests } from './b6-requests.ts';
import { benchImport } from './b7-import.ts';
import type { BenchResult } from './result.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, people: { type: 'string', default: '100000' } },
});
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const results: BenchResult[] = [];
say('B7: import …');
results.push(benchImport());
say('B6: requests …');
results.push(await benchRequests(1_000));
say(`B1: reading ${values.people} people …`);
results.push(await benchRead(Number(values.people)));
results.sort((a, b) => a.id.localeCompare(b.id));

if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else
  for (const { id, what, value, unit, limit, aim, ok, detail } of results) {
    process.stdout.write(
      `${ok ? 'ok  ' : 'MISS'} ${id}  ${what}: ${String(value)} ${unit} (limit ${String(limit)}, aim ${String(aim)})\n          ${detail}\n`,
    );
  }
if (results.some(({ ok }) => !ok)) process.exitCode = 1;
