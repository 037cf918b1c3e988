import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { employeeJsonSchema } from '@rollcall/core';
import * as prettier from 'prettier';
import { cataloguePage } from './docs/catalogue-page.ts';
import { conformanceTables } from './docs/conformance-cases.ts';
import { connectorPage } from './docs/connector-page.ts';
import { connectorTable } from './docs/connector-table.ts';
import { dataMap } from './docs/data-map-page.ts';
import { loadConnectors, root } from './docs/load-connectors.ts';
import { rulesPage } from './docs/rules-page.ts';

// Writes what follows from manifests, schema and tests; with --check it only says what is out of date.
const check = process.argv.includes('--check');
const connectors = await loadConnectors();
const stale: string[] = [];

for (const { folder, connector } of connectors)
  await write(`${folder}/README.md`, between(`${folder}/README.md`, 'generated', connectorPage(connector.manifest)));
await write('README.md', between('README.md', 'connectors', connectorTable(connectors)));
await write('README.md', between('README.md', 'quick-start', quickStart()));
await write('docs/connectors.md', between('docs/connectors.md', 'catalogue', cataloguePage(connectors)));
await write('docs/data-map.md', between('docs/data-map.md', 'data-map', dataMap(connectors)));
await write('docs/conformance.md', between('docs/conformance.md', 'cases', conformanceTables()));
const { page, untested } = rulesPage();
await write('docs/rules.md', between('docs/rules.md', 'tests', page));
await write('docs/employee.schema.json', JSON.stringify(employeeJsonSchema()));

if (stale.length > 0) {
  process.stderr.write(`out of date: ${stale.join(', ')}\nrun: pnpm run docs:generate\n`);
  process.exitCode = 1;
}
if (untested.length > 0) {
  process.stderr.write(`rules that no test carries in its title: ${untested.join(', ')}\n`);
  if (check) process.exitCode = 1;
}

/** The quick start as it is compiled and run. */
function quickStart(): string {
  return `\`\`\`ts\n${readFileSync(new URL('examples/quick-start/src/main.ts', root), 'utf8').trim()}\n\`\`\``;
}

/** The file with the part between two markers replaced. */
function between(file: string, marker: string, content: string): string {
  const [start, end] = [`<!-- ${marker}:start -->`, `<!-- ${marker}:end -->`];
  const text = existsSync(new URL(file, root)) ? readFileSync(new URL(file, root), 'utf8') : `${start}\n${end}\n`;
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new TypeError(`${file} has no markers ${start} … ${end}`);
  return `${before ?? ''}${start}\n\n${content}\n\n${end}${after}`;
}

async function write(file: string, content: string): Promise<void> {
  const url = new URL(file, root);
  const options = await prettier.resolveConfig(url);
  const formatted = await prettier.format(content, { ...options, filepath: url.pathname });
  const current = existsSync(url) ? readFileSync(url, 'utf8') : '';
  if (current === formatted) return;
  if (check) stale.push(file);
  else writeFileSync(url, formatted);
}
