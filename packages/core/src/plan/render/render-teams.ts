import { unassignedKey } from '../../directory/team-directory.ts';
import type { TeamsPlan } from '../../teams/teams-plan.ts';
import { clean } from './clean.ts';
import type { ChangeWords } from './describe-change.ts';
import { toWords } from './render-options.ts';
import { teamsSummary } from './render-summary.ts';
import { circleOf } from './team-rows.ts';

export interface RenderTeamsOptions {
  /** What a person is called; the id is shown beside it. Without it there are ids only. */
  readonly name?: ((employeeId: string) => string | undefined) | undefined;
  /** Also what the platform calls its teams and records. This may be personal data. */
  readonly values?: boolean | undefined;
}

/** Deeper levels are numbered instead of drawn, so that a long chain stays readable and its text short. */
const drawnLevels = 24;

/**
 * The teams as a tree of managers with those who report to them, each team with what becomes of it; after it Unassigned,
 * circles of managers, and the platform's teams and records that are affected. Stable, without a line break at its end.
 */
export function renderTeams(plan: TeamsPlan, { name, values }: RenderTeamsOptions = {}): string {
  const words = toWords({ people: name, values });
  const named = (id: string, label: string): string => clean(words.values ? `${label} (${id})` : id);
  const unassigned = plan.unassigned.map(({ employeeId, code }) => `${words.person(employeeId)} ${code}`);
  return [
    teamsSummary(plan),
    ...tree(plan, words),
    ...section(`Unassigned${marks(plan).get(unassignedKey) ?? ''}`, unassigned),
    ...section(
      'Circles of managers',
      plan.cycles.map((cycle) => circleOf(cycle, words)),
    ),
    ...section(
      'Teams that go',
      plan.remove.map((team) => named(team.id, team.name)),
    ),
    ...section(
      'Records that lose their reviewer',
      plan.losesReviewer.map(({ id, label, team }) => `${named(id, label)}, of team ${clean(team)}`),
    ),
    ...section(
      'Teams made by hand, left alone',
      plan.leftAlone.map((team) => named(team.id, team.name)),
    ),
  ].join('\n');
}

interface Node {
  readonly employeeId: string;
  readonly depth: number;
  /** What stands before this line, and before the lines below it. */
  readonly branch: string;
  readonly indent: string;
}

/** From the tops of the trees downwards, without recursion: a chain may be as long as the company. */
function tree(plan: TeamsPlan, words: ChangeWords): string[] {
  const reports = new Map(plan.teams.map(({ leadId, memberIds }) => [leadId, memberIds]));
  const led = new Set(plan.teams.flatMap(({ memberIds }) => memberIds));
  const markOf = marks(plan, words);
  const tops = plan.teams.map(({ leadId }) => leadId).filter((id) => !led.has(id));
  const open: Node[] = tops.map((employeeId) => ({ employeeId, depth: 0, branch: '', indent: '' })).reverse();
  const lines: string[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    lines.push(`${node.branch}${words.person(node.employeeId)}${markOf.get(node.employeeId) ?? ''}`);
    const below = reports.get(node.employeeId) ?? [];
    for (let index = below.length - 1; index >= 0; index -= 1) {
      open.push(nodeBelow(node, below[index] ?? '', index === below.length - 1));
    }
  }
  return lines;
}

function nodeBelow({ depth, indent }: Node, employeeId: string, last: boolean): Node {
  const level = depth + 1;
  if (level > drawnLevels) return { employeeId, depth: level, branch: `${indent}… level ${String(level)}: `, indent };
  return { employeeId, depth: level, branch: indent + (last ? '└─ ' : '├─ '), indent: indent + (last ? '   ' : '│  ') };
}

/** What becomes of a team, behind its lead. */
function marks(plan: TeamsPlan, words?: ChangeWords): ReadonlyMap<string, string> {
  const person = words?.person ?? String;
  return new Map([
    ...plan.create.map((key): [string, string] => [key, ' (new team)']),
    ...plan.change.map((key): [string, string] => [key, ' (changed)']),
    ...plan.handOver.map(({ from, to }): [string, string] => [to, ` (team handed over by ${person(from)})`]),
  ]);
}

function section(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return ['', title, ...items.map((item, index) => `${index === items.length - 1 ? '└─ ' : '├─ '}${item}`)];
}
