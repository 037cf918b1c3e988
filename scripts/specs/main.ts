import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findSlugs } from '../report/finished-slugs.ts';
import { checkConnector, isGood, type ConnectorCheck } from './check-connector.ts';
import { readDocuments } from './documents/read-documents.ts';
import { printChecks } from './print-checks.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Folder with one folder of documents per vendor, by slug. */
    specs: { type: 'string' },
    /** Such as `--only personio`, repeatable. */
    only: { type: 'string', multiple: true },
    /** Also lists members of answers that the documents do not name, and what is allowed. */
    all: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const folder = values.specs ?? process.env['ROLLCALL_SPECS'] ?? fileURLToPath(new URL('../../../shared/specs/', import.meta.url));
if (existsSync(folder)) process.exitCode = await checkAll(folder);
else if (values.json) process.stdout.write('[]\n');
else process.stdout.write(`no vendor schemas at ${folder} (--specs or ROLLCALL_SPECS): nothing was checked\n`);

async function checkAll(specs: string): Promise<number> {
  const { finished, unfinished } = findSlugs(values.only);
  const checks: ConnectorCheck[] = [];
  const without: string[] = [];
  const broken: string[] = [];
  for (const slug of finished) {
    const found = readDocuments(join(specs, slug));
    if (found === undefined || found.documents.length === 0) {
      without.push(slug);
      continue;
    }
    say(`${slug} …`);
    try {
      checks.push(await checkConnector(slug, found));
    } catch (error) {
      broken.push(slug);
      say(`${slug}: cannot be checked: ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  if (unfinished.length > 0) say(`not finished, left out: ${unfinished.join(', ')}`);
  if (without.length > 0) say(`without vendor schemas: ${without.join(', ')}`);
  if (values.json) process.stdout.write(`${JSON.stringify(checks, null, 2)}\n`);
  else printChecks(checks, values.all);
  return broken.length === 0 && checks.every(isGood) ? 0 : 1;
}
