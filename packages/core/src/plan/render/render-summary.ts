import type { TeamsPlan } from '../../teams/teams-plan.ts';
import type { Plan } from '../plan.ts';
import { operationKinds } from './operation-titles.ts';

/** What a plan does, on one line: counts only. */
export function renderSummary({ summary, held, teams }: Pick<Plan, 'summary' | 'held' | 'teams'>): string {
  const operations = operationKinds.map((kind) => counted(kind, summary.operations[kind])).filter(isSome);
  const people = Object.entries(summary.people)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([situation, count]) => counted(situation, count))
    .filter(isSome);
  return [
    operations.join(', ') || 'nothing to do',
    held === null ? undefined : `held ${String(summary.held)} (${held.rule})`,
    teams === null ? undefined : teamsSummary(teams),
    people.length > 0 ? `people: ${people.join(', ')}` : undefined,
    counted('manual', summary.manual),
  ]
    .filter(isSome)
    .join(' · ');
}

/** What happens to the teams, in counts. */
export function teamsSummary({ create, change, handOver, remove, unassigned, losesReviewer }: TeamsPlan): string {
  const counts = [
    counted('made', create.length),
    counted('handed over', handOver.length),
    counted('changed', change.length),
    counted('removed', remove.length),
    counted('unassigned people', unassigned.length),
    counted('records without a reviewer', losesReviewer.length),
  ].filter(isSome);
  return `teams: ${counts.join(', ') || 'as they are'}`;
}

function counted(word: string, count = 0): string | undefined {
  return count > 0 ? `${word.replaceAll('_', ' ')} ${String(count)}` : undefined;
}

function isSome<T>(value: T | undefined): value is T {
  return value !== undefined;
}
