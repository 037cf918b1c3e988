import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkConnectorPackage } from '@rollcall/testing';

// Every connector of this repository has the shape of one. Third parties ask the same of theirs: rollcall check-package.
const folder = join(import.meta.dirname, '..', 'connectors');
let count = 0;
for (const slug of readdirSync(folder).sort()) {
  const problems = await checkConnectorPackage(join(folder, slug));
  for (const { file, problem } of problems) process.stderr.write(`connectors/${slug}/${file}: ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
  count += 1;
}
process.stdout.write(`${String(count)} connector packages looked at\n`);
