import { canonicalJson } from '../canonical-json.ts';
import type { Plan } from '../plan.ts';
import { clean } from './clean.ts';
import { decisionRows, operationRows } from './people-rows.ts';
import { toWords, type RenderOptions } from './render-options.ts';
import { renderSummary } from './render-summary.ts';
import type { Row } from './row.ts';
import { renderTable } from './table.ts';
import { teamRows } from './team-rows.ts';

export interface RenderPlanOptions extends RenderOptions {
  /** `json` is the plan itself in canonical form, with all values it holds, whatever the other options say. */
  readonly as: 'text' | 'table' | 'json';
}

/**
 * A plan for people to read, or to hand on. Text and table hold ids and names of fields; names of people and values only when
 * the options ask for them. The same plan and options give the same text, without a line break at its end.
 */
export function renderPlan(plan: Plan, options: RenderPlanOptions): string {
  if (options.as === 'json') return canonicalJson(plan);
  const words = toWords(options);
  const rows = [
    ...operationRows(plan.operations, false, words),
    ...(plan.teams === null ? [] : teamRows(plan.teams, words)),
    ...operationRows(plan.held?.operations ?? [], true, words),
    ...decisionRows(plan, words),
  ];
  const lines = options.as === 'table' ? asTable(rows) : asText(rows);
  return [...heading(plan), ...lines, ...held(plan), ...notes(plan)].join('\n');
}

function heading(plan: Plan): string[] {
  const of = clean(`connection ${plan.connectionId}, read ${plan.readId}, ${plan.now}`);
  return [`Plan ${clean(plan.hash).slice(0, 12)}: ${of}`, renderSummary(plan)];
}

function asTable(rows: readonly Row[]): string[] {
  const table = renderTable(rows, [
    { title: 'What', cell: ({ group }) => group, maxWidth: 32 },
    { title: 'Who', cell: ({ who }) => who, maxWidth: 40 },
    { title: 'Change', cell: ({ change }) => change, maxWidth: 60 },
    { title: 'Rule', cell: ({ rule }) => rule, maxWidth: 4 },
    { title: 'Held', cell: ({ held: waits }) => (waits ? 'held' : ''), maxWidth: 4 },
    { title: 'Reason', cell: ({ reason }) => reason, maxWidth: 80 },
  ]);
  return table.length > 0 ? ['', ...table] : [];
}

function asText(rows: readonly Row[]): string[] {
  const groups = Map.groupBy(rows, ({ group, held: waits }) => (waits ? `held: ${group}` : group));
  return [...groups].flatMap(([group, members]) => ['', `${group} (${String(members.length)})`, ...members.map(textLine)]);
}

function textLine({ who, change, rule, reason }: Row): string {
  return `  ${[who, change].filter((part) => part !== '').join(': ')} [${rule}]${reason === '' ? '' : ` ${reason}`}`;
}

function held(plan: Plan): string[] {
  if (plan.held === null) return [];
  return ['', `Held [${plan.held.rule}], ${String(plan.held.operations.length)} in all: ${clean(plan.held.reason)}`];
}

function notes(plan: Plan): string[] {
  return plan.notes.length === 0 ? [] : ['', 'Notes', ...plan.notes.map((note) => `  ${clean(note)}`)];
}
