import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toTable } from './print-table.ts';
import { runTests } from './run-tests.ts';

// What the SCIM service provider was asked, and what came of it: one line for each request sequence or rule of the standard.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = fileURLToPath(new URL('../../packages/scim/test/', import.meta.url));
const files = globSync('*.test.ts', { cwd: folder })
  .sort()
  .map((file) => `${folder}${file}`);
const results = await runTests(files, (file) => {
  process.stderr.write(`${basename(file)}\n`);
});

const rows = [...results].flatMap(([file, { tests }]) =>
  tests.map(({ group, name, passed }) => ({ file: basename(file, '.test.ts'), group, case: name, passed })),
);
const errors = [...results.values()].flatMap((result) => result.errors);
if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else for (const line of tables()) process.stdout.write(`${line}\n`);
for (const error of errors) process.stderr.write(`${error}\n`);
if (errors.length > 0 || rows.some(({ passed }) => !passed)) process.exitCode = 1;

function tables(): readonly string[] {
  const groups = Map.groupBy(rows, ({ file, group }) => `${file}: ${group}`);
  const counts = [...groups].map(([group, cases]) => [
    group,
    String(cases.filter(({ passed }) => passed).length),
    String(cases.length),
  ]);
  const listed = rows.filter(({ file }) => ['okta', 'entra', 'protocol'].includes(file));
  const cases = listed.map(({ group, case: name, passed }) => [passed ? 'ok' : 'FAILED', group, name]);
  return [toTable(['', 'sequence', 'case'], cases, []), '', toTable(['group', 'passed', 'of'], counts, ['passed', 'of'])];
}
