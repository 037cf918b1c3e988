import { unassignedKey } from '../../directory/team-directory.ts';
import type { UnassignedCode } from '../../teams/teams-from-managers.ts';
import type { TeamsPlan } from '../../teams/teams-plan.ts';
import type { RuleId } from '../rule-id.ts';
import { clean } from './clean.ts';
import type { ChangeWords } from './describe-change.ts';
import type { Row } from './row.ts';

const ruleOfCode: Readonly<Record<UnassignedCode, RuleId>> = {
  NO_MANAGER: 'T2',
  MANAGER_OUT_OF_SCOPE: 'T3',
  IN_A_CYCLE: 'T4',
};

/** What changes among the teams. The whole of them is shown by `renderTeams`. */
export function teamRows(plan: TeamsPlan, words: ChangeWords): Row[] {
  return [...changedTeams(plan, words), ...unassignedRows(plan, words), ...besideTeams(plan, words)];
}

function changedTeams(plan: TeamsPlan, words: ChangeWords): Row[] {
  const sizes = new Map(plan.teams.map(({ leadId, memberIds }) => [leadId, memberIds.length]));
  sizes.set(unassignedKey, plan.unassigned.length);
  const who = (key: string): string => (key === unassignedKey ? 'Unassigned' : words.person(key));
  const size = (key: string): string => `members: ${String(sizes.get(key) ?? 0)}`;
  return [
    ...plan.create.map((key) => row('new team', who(key), size(key), ruleOf(key))),
    ...plan.handOver.map(({ from, to }) => row('team handed over', who(from), `→ ${who(to)}, ${size(to)}`, 'T7')),
    ...plan.change.map((key) => row('team changed', who(key), size(key), ruleOf(key))),
  ];
}

function unassignedRows({ unassigned }: TeamsPlan, { person }: ChangeWords): Row[] {
  return unassigned.map(({ employeeId, code }) => row('unassigned', person(employeeId), code, ruleOfCode[code]));
}

function besideTeams(plan: TeamsPlan, words: ChangeWords): Row[] {
  const named = (id: string, name: string): string => clean(words.values ? `${name} (${id})` : id);
  return [
    ...plan.cycles.map((cycle) => row('circle of managers', circleOf(cycle, words), '', 'T4')),
    ...plan.remove.map(({ id, name, key }) => {
      if (key === null) return row('team removed', named(id, name), 'made by hand', 'T5');
      return row('team removed', named(id, name), key === unassignedKey ? 'Unassigned' : `of ${words.person(key)}`, ruleOf(key));
    }),
    ...plan.losesReviewer.map(({ id, label, team }) =>
      row('loses its reviewer', named(id, label), `of team ${clean(team)}`, 'T5'),
    ),
    ...plan.leftAlone.map(({ id, name }) => row('team left alone', named(id, name), 'made by hand', 'T6')),
  ];
}

/** A circle on one line, back to where it began; long ones are cut in the middle. */
export function circleOf(cycle: readonly string[], { person }: ChangeWords): string {
  const shown =
    cycle.length > 12
      ? [...cycle.slice(0, 10).map(person), `… ${String(cycle.length - 11)} more …`, ...cycle.slice(-1).map(person)]
      : cycle.map(person);
  return [...shown, ...cycle.slice(0, 1).map(person)].join(' → ');
}

function ruleOf(key: string): RuleId {
  return key === unassignedKey ? 'T2' : 'T1';
}

function row(group: string, who: string, change: string, rule: RuleId): Row {
  return { group, who, change, rule, reason: '', held: false };
}
