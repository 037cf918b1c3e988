import { byText } from './by-text.ts';
import { findCycles } from './cycles.ts';

export interface HandOver {
  /** The lead until now, and the key of the team. */
  readonly from: string;
  /** The successor, and the new key. */
  readonly to: string;
}

export interface HandOverInput {
  /** Teams as they are: by their lead, the employee ids of those members who are still in scope. */
  readonly reports: ReadonlyMap<string, readonly string[]>;
  /** Who leads an employee from now on; undefined for nobody. */
  readonly leadOf: (employeeId: string) => string | undefined;
  /** Does somebody have a team until now? It may be missing in `reports` when it does not change. */
  readonly hasTeam: (employeeId: string) => boolean;
}

/**
 * Rule T7: the teams whose reports all moved to one successor. A successor who has a team can take over only when that
 * one is handed on too, along a chain or round a swap. When two teams move to one successor, the larger is handed over.
 */
export function findHandOvers({ reports, leadOf, hasTeam }: HandOverInput): HandOver[] {
  const successors = new Map<string, string>();
  for (const [lead, people] of reports) {
    const successor = successorOf(lead, people, leadOf);
    if (successor !== undefined) successors.set(lead, successor);
  }
  const handOvers = swaps(successors);
  const candidates = Map.groupBy(successors, ([, to]) => to);
  const free = [...candidates.keys()].filter((id) => !hasTeam(id));
  for (let to = free.pop(); to !== undefined; to = free.pop()) {
    const from = largest(candidates.get(to) ?? [], reports);
    if (from === undefined) continue;
    handOvers.push({ from, to });
    free.push(from);
  }
  return handOvers.sort((a, b) => byText(a.from, b.from));
}

/** Teams that go round: each takes the place that the next one leaves. */
function swaps(successors: ReadonlyMap<string, string>): HandOver[] {
  return findCycles(successors, successors.keys()).flatMap((circle) =>
    circle.map((from) => ({ from, to: successors.get(from) ?? from })),
  );
}

/**
 * The one to whom all moved. A successor out of the team itself reports to somebody else from now on, since nobody reports
 * to themselves; as long as anybody stays with the lead it is a partial move.
 */
function successorOf(lead: string, people: readonly string[], leadOf: HandOverInput['leadOf']): string | undefined {
  if (people.some((id) => leadOf(id) === lead)) return undefined;
  return people
    .slice(0, 2)
    .map(leadOf)
    .find((to) => to !== undefined && people.every((id) => id === to || leadOf(id) === to));
}

function largest(
  candidates: readonly (readonly [from: string, to: string])[],
  reports: HandOverInput['reports'],
): string | undefined {
  const size = (from: string): number => reports.get(from)?.length ?? 0;
  return candidates.map(([from]) => from).sort((a, b) => size(b) - size(a) || byText(a, b))[0];
}
