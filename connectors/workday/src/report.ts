import { ConfigError, fieldNames, proven, statusOf, unproven } from '@rollcall/core';
import type { Completeness, DiscoveredField, FieldNames, MapContext } from '@rollcall/core';
import { groups, type Facts } from './facts.ts';
import type { Context } from './get-workers.ts';
import { columns, manifest, type Column } from './manifest.ts';
import { isRow, Report, type ReportRecord, type Row } from './schema.ts';
import type { Standing } from './status.ts';
import { flagOf } from './xml.ts';

/**
 * Everybody in one answer: reports have no pages. Cells that are empty are left out of a row, so a column that any row has
 * is empty where it is missing. Source: Workday reports as a service, as public clients read them (hub.stackone.com, 2026-11).
 */
export async function* reportRows(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const rows = await readReport(context);
  if (rows.length === 0) return unproven('the report holds nobody');
  const known = columnsIn(rows);
  const places = placesOf(context, known);
  const { id, employeeNumber = id } = places;
  // Managers are named by number, people by whatever id the report has.
  const people = rows.filter(isRow).filter((row) => row[id] != null);
  const ids = new Map(people.flatMap((row) => [id, employeeNumber].map((column) => [String(row[column]), String(row[id])])));
  const empty = Object.fromEntries(known.map((column) => [column, null]));
  yield rows.map((row) => ({ row: isRow(row) ? { ...empty, ...row } : row, places, ids }));
  return proven({ by: 'single_answer', detail: 'a report answers with all its rows at once' });
}

/** The columns of the report. Get_Workers is the same for everybody. */
export async function discover(context: Context): Promise<readonly DiscoveredField[]> {
  return context.config.source === 'report' ? columnsIn(await readReport(context)).map((name) => ({ name })) : [];
}

async function readReport({ http, config }: Context): Promise<readonly unknown[]> {
  const { tenant, report } = config;
  if (report === undefined) {
    const { label, example, help } = manifest.config.report;
    const problem = { field: 'config.report', label, problem: 'is missing for the source report', example, help };
    throw new ConfigError({ vendor: manifest.slug, problems: [problem] });
  }
  const [owner = '', name = ''] = report.split('/');
  const address = '/ccx/service/customreport2/{tenant}/{owner}/{report}';
  const params = { tenant, owner, report: name };
  const { Report_Entry: entries } = await http.get(address, { params, query: { format: 'json' }, schema: Report });
  return [entries ?? []].flat().map((row) => (isRow(row) ? cellsOf(row) : row));
}

/** Cells by column. A group of columns comes as an object or as a list of them, of which the first counts: `Group.Column`. */
function cellsOf(row: Row): Row {
  const cells = Object.entries(row).flatMap(([name, value]) => {
    const cell: unknown = Array.isArray(value) ? value[0] : value;
    return isRow(cell) ? Object.entries(cell).map(([column, inner]) => [`${name}.${column}`, inner]) : [[name, cell]];
  });
  return Object.fromEntries(cells) as Row;
}

function columnsIn(rows: readonly unknown[]): readonly string[] {
  return [...new Set(rows.filter(isRow).flatMap((row) => Object.keys(row)))];
}

/** Only the id has to be there: a column in which every cell is empty is missing too. */
function placesOf(context: Context, known: readonly string[]): FieldNames<Column, 'id'> {
  const own = context.config.fields ?? {};
  const silent = Object.entries(own).filter(([field, column]) => field !== 'id' && !known.includes(column));
  for (const [field, column] of silent)
    context.warn(
      `the column ${column} of ${field} is empty in every row of the report or does not exist: the columns with values are ${known.join(', ')}`,
    );
  return fieldNames({
    vendor: manifest.slug,
    owner: 'the report',
    names: columns,
    own,
    known: [...known, ...silent.map(([, column]) => column)],
    needed: ['id'],
    hint: 'Give the column this XML alias, or enter under Columns of the report what it is called.',
  });
}

/** What a row of the customer's report says. */
export function rowFacts({ row, places, ids }: ReportRecord, context: MapContext): Facts {
  const entries = Object.entries(places).map(([field, column]) => [field, row[column]] as const);
  const said: Readonly<Partial<Record<Column, unknown>>> = Object.fromEntries(entries);
  const { employmentType: workerType, managerId: manager } = said;
  const used = new Set(Object.values(places));
  return {
    ...said,
    ...Object.fromEntries(groups.map((name) => [name, { name: said[name] }])),
    place: { name: said.workLocation, country: said.country },
    standing: standingOf(said.status, said.active, context),
    workerType,
    isContingent: typeof workerType === 'string' && /conting|contractor/i.test(workerType),
    // The number of a manager who is not in the report is nobody's id.
    managerId: typeof manager === 'string' || typeof manager === 'number' ? ids?.get(String(manager)) : manager,
    // What lies within a group may be there several times.
    custom: Object.entries(row).filter(
      ([column, cell]) => !used.has(column) && !column.includes('.') && (cell === null || typeof cell !== 'object'),
    ),
  };
}

const leave = { 'On Leave': 'leave', 'Leave of Absence': 'leave', 'Active - On Leave': 'leave' } as const;
const words = { Active: 'active', ...leave, Terminated: 'terminated', Retired: 'terminated' } as const;

/** A word, a flag or both; the word may be a flag as well. */
function standingOf(word: unknown, flag: unknown, context: MapContext): Standing | undefined {
  const isWord = word != null && flagOf(word) === undefined;
  const stated = isWord ? statusOf(word, words, context) : undefined;
  const active = flagOf(flag) ?? flagOf(word);
  if (stated === 'unknown' || (stated ?? active) === undefined) return undefined;
  const terminated = stated === undefined ? undefined : stated === 'terminated';
  return { active: active ?? stated !== 'terminated', terminated, onLeave: stated === 'leave' };
}
