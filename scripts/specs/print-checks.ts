import { toTable } from '../report/print-table.ts';
import type { Finding } from './check/finding.ts';
import type { ConnectorCheck } from './check-connector.ts';

const head = [
  'connector',
  'documents',
  'recorded answers',
  'sandbox answers',
  'requests',
  'findings',
  'allowed',
  'stale',
  'unnamed',
];

/** The table, then what was found, one line each. */
export function printChecks(checks: readonly ConnectorCheck[], all: boolean): void {
  const rows = checks.map((check) => {
    const { documents, recordedAnswers, sandboxAnswers, requests, findings, allowed, stale, unnamed } = check;
    const counts = [documents, recordedAnswers, sandboxAnswers, requests, findings.length, allowed.length, stale.length];
    return [check.connector, ...[...counts, unnamed.length].map(String)];
  });
  say(toTable(head, rows, head.slice(1)));
  say('\nanswers: those that the vendor describes, held against their schema · requests: path, method, parameters and body');
  say(
    'allowed: differences listed with their reason · unnamed: members of answers that the documents do not name (--all lists them)',
  );
  for (const check of checks) printDetails(check, all);
}

function printDetails(check: ConnectorCheck, all: boolean): void {
  const { connector, findings, allowed, stale, failures, unusable, leftOut, unnamed } = check;
  const lines = [
    ...findings.map((finding) => `finding  ${toLine(finding)}`),
    ...failures.map((failure) => `failure  ${failure}`),
    ...stale.map(({ operation, path, differs }) => `stale    ${operation}  ${path}: ${differs} is allowed and does not occur`),
    ...unusable.map((because) => `unusable ${because}`),
    ...(all ? leftOut.map((because) => `left out ${because}`) : []),
    ...(all ? allowed.map((finding) => `allowed  ${toLine(finding)}`) : []),
    ...(all ? unnamed.map(({ operation, path }) => `unnamed  ${operation}  ${path}`) : []),
  ];
  if (lines.length > 0) say(`\n${connector}\n  ${lines.join('\n  ')}`);
}

function toLine({ from, part, operation, path, differs, expected, received, seenIn, times }: Finding): string {
  const names = seenIn.slice(0, 5).join(', ') + (seenIn.length > 5 ? ', …' : '');
  return `${from} ${part}  ${operation}  ${path}: ${differs}, expected ${expected}, received ${received}  (${String(times)} times: ${names})`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
