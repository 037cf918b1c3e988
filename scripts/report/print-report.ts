import type { ConnectorRow } from './connector-row.ts';
import { shortest, type Duplication } from './duplication.ts';
import { toTable } from './print-table.ts';

/**
 * What the whole of the connectors must keep to. A plain REST vendor takes at most 200 lines, which half of fifteen did; SOAP,
 * OData, joins of histories and fields of the customer's own take more, and so do two ways in (Okta and Entra, read or pushed).
 */
export const limits = { plainLines: 200, plainOnes: 13, medianLines: 255, duplicationPercent: 2 } as const;

const head = [
  'connector',
  'lines',
  'requests',
  'minimum',
  'fields',
  'cases',
  'faults',
  'wrong removals',
  'maturity',
  'API',
  'checked',
];

/** The table with its legend and whatever is not as it should be. */
export function reportOf(rows: readonly ConnectorRow[]): string {
  const cells = rows.map((row) => [
    row.connector,
    String(row.lines),
    shown(row.requests),
    shown(row.minimumRequests),
    `${shown(row.fieldsFilled)}/${String(row.fieldsDeclared)}`,
    `${String(row.casesPassed)}/${String(row.cases)}`,
    shown(row.faults),
    shown(row.wrongRemovals),
    row.maturity,
    row.apiVersion,
    row.checked,
  ]);
  const legend = [
    'lines: code in src, neither blank nor comment; the sandbox is not counted',
    'requests: measured for 10,000 people on the sandbox, beside the fewest that the vendor documents',
    'fields: declared ones that came filled at least once when 300 people were read with all fields',
    'cases: conformance suite, passed of all · faults: bad days tried through the whole engine',
  ];
  return [toTable(head, cells, head.slice(1, 8)), '', ...legend, ...troubles(rows)].join('\n');
}

function shown(value: number | null): string {
  return value === null ? '-' : String(value);
}

function troubles(rows: readonly ConnectorRow[]): readonly string[] {
  const lines = rows.flatMap((row) => [
    ...(row.error === null ? [] : [`${row.connector}  could not be measured: ${row.error}`]),
    ...row.casesFailed.map((name) => `${row.connector}  case failed: ${name}`),
    ...row.harmful.map((fault) => `${row.connector}  harm done by ${fault}`),
    ...((row.requests ?? 0) > (row.minimumRequests ?? 0) ? [`${row.connector}  more requests than the vendor needs`] : []),
    ...(row.fieldsNeverFilled.length > 0 ? [`${row.connector}  never filled: ${row.fieldsNeverFilled.join(', ')}`] : []),
  ]);
  return lines.length === 0 ? [] : ['', ...lines];
}

/** The figures over all connectors, and how they were got. */
export function footerOf(medianLines: number, { percent, lines, duplicatedLines, copies }: Duplication): string {
  const judged = (value: number, limit: number): string => `(limit ${String(limit)}, ${value <= limit ? 'kept' : 'MISSED'})`;
  return [
    `median of lines: ${String(medianLines)} ${judged(medianLines, limits.medianLines)}`,
    `duplicated lines across connectors: ${percent.toFixed(2)} % ${judged(percent, limits.duplicationPercent)}, ` +
      `${String(duplicatedLines)} of ${String(lines)} lines of connectors/*/src`,
    `  by jscpd: a copy has at least ${String(shortest.minLines)} lines and ${String(shortest.minTokens)} tokens and stands in another connector; the later one of a pair counts`,
    ...copies.map((copy) => `  ${copy}`),
  ].join('\n');
}
