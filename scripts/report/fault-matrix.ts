import { parseArgs } from 'node:util';
import { faultMatrixOf, isHarmless, type FaultRow } from '../../packages/testing/src/sandbox/fault-matrix.ts';
import { loadVendors } from '../vendors/load-vendors.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const rows: FaultRow[] = [];
for (const { connector, sandbox } of await loadVendors()) {
  const found = await faultMatrixOf(connector, { sandbox });
  // Minutes for all of them: whoever waits sees how far it is.
  process.stderr.write(
    `${connector.manifest.slug}: ${String(found.length)} faults, ${found.every(isHarmless) ? 'harmless' : 'HARM DONE'}\n`,
  );
  rows.push(...found);
}

const count = (number: (row: FaultRow) => number): number => rows.reduce((sum, row) => sum + number(row), 0);
const totals = {
  faults: rows.length,
  struck: count(({ struck }) => struck),
  rightRemovals: count(({ rightRemovals }) => rightRemovals),
  wrongRemovals: count(({ wrongRemovals }) => wrongRemovals.length),
  wrongChanges: count(({ wrongChanges }) => wrongChanges.length),
  teamsChanged: count(({ teamsChanged }) => Number(teamsChanged)),
  notRecovered: count(({ recovered }) => Number(!recovered)),
};

if (values.json) process.stdout.write(`${JSON.stringify({ totals, rows }, null, 2)}\n`);
else print();
if (!rows.every(isHarmless)) process.exitCode = 1;

function print(): void {
  const head = ['connector', 'fault', 'at', 'read', 'said', 'left', 'wrong', 'changed', 'teams', 'next day'];
  const lines = rows.map((row) => [
    row.connector,
    row.fault,
    `${row.on} ${String(row.at)}`,
    row.read,
    row.cause ?? row.code ?? (row.state === 'held' ? 'held' : ''),
    String(row.rightRemovals),
    String(row.wrongRemovals.length),
    String(row.wrongChanges.length),
    row.teamsChanged ? 'CHANGED' : 'as before',
    row.recovered ? 'good' : 'BAD',
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of [head, ...lines]) {
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
  const { faults, wrongRemovals, wrongChanges, teamsChanged, notRecovered } = totals;
  process.stdout.write(
    `\nfaults tried: ${String(faults)}, wrong removals = ${String(wrongRemovals)}, wrong changes = ${String(wrongChanges)}, ` +
      `teams changed = ${String(teamsChanged)}, next day not good = ${String(notRecovered)}\n`,
  );
}
