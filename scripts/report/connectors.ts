import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from '../bench/result.ts';
import { loadVendor } from '../vendors/load-vendors.ts';
import { codeLinesIn, sourceFiles } from './code-lines.ts';
import { runConformance } from './conformance.ts';
import { toRow, type ConnectorRow } from './connector-row.ts';
import { duplicationOf } from './duplication.ts';
import { connectorsFolder, findSlugs } from './finished-slugs.ts';
import { measureAll } from './measure.ts';
import { footerOf, limits, reportOf } from './print-report.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Such as `--only personio`, repeatable. */
    only: { type: 'string', multiple: true },
  },
});
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const folderOf = (slug: string): string => fileURLToPath(new URL(`${slug}/src/`, connectorsFolder));

const { finished, unasked, unfinished } = findSlugs(values.only);
if (unasked.length > 0) say(`ask nobody, left out: ${unasked.join(', ')}`);
if (unfinished.length > 0) say(`not finished, left out: ${unfinished.join(', ')}`);

const conformance = await runConformance(finished, (slug) => {
  say(`${slug}: conformance suite`);
});
const measured = await measureAll(finished, (slug, seconds) => {
  say(`${slug}: reads and bad days (${seconds.toFixed(1)} s)`);
});
const rows: ConnectorRow[] = [];
for (const slug of finished) {
  try {
    const { connector } = await loadVendor(slug);
    rows.push(toRow(connector, codeLinesIn(folderOf(slug)), conformance.get(slug), measured.get(slug)));
  } catch (error) {
    say(`${slug}: cannot be loaded: ${error instanceof Error ? error.message : 'failed'}`);
    process.exitCode = 1;
  }
}
// Copies are looked for among all connectors, whichever are shown.
const everywhere = findSlugs(undefined).finished;
const files = everywhere.flatMap((slug) => sourceFiles(folderOf(slug)).map((path) => ({ connector: slug, path })));
const duplication = await duplicationOf(files);
const lines = median(everywhere.map((slug) => codeLinesIn(folderOf(slug))));

process.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : `${reportOf(rows)}\n`);
(values.json ? process.stderr : process.stdout).write(`\n${footerOf(lines, duplication)}\n`);
if (!rows.every(({ ok }) => ok) || lines > limits.medianLines || duplication.percent > limits.duplicationPercent)
  process.exitCode = 1;
