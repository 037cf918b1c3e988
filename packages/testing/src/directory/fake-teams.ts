import { unassignedKey, type DirectoryTeam, type TeamsChange, type TeamTarget } from '@rollcall/core';
import { conflict, type FakeState } from './fake-state.ts';

/** Carries the change out in the order in which it is written: what goes, what is handed over, what shall be. */
export function changeTeams(state: FakeState, { remove, handOver, put, locked }: TeamsChange): void {
  for (const id of remove) state.teams.delete(id);
  handOverTeams(state, handOver);
  const byKey = new Map(state.teams.values().map((team) => [team.key, team]));
  for (const target of put) {
    for (const id of [target.leadMemberId, ...target.memberIds]) if (id !== null) state.member(id);
    const team = byKey.get(target.key) ?? newTeam(state, target);
    state.teams.set(team.id, { ...team, leadMemberId: target.leadMemberId, memberIds: [...target.memberIds] });
  }
  state.locked.set('locked', locked);
}

/** Keys are looked at when all have moved: two teams may swap their leads. */
function handOverTeams(state: FakeState, handOver: TeamsChange['handOver']): void {
  for (const { id, key } of handOver) {
    const team = state.teams.get(id);
    if (team === undefined) throw conflict('the team that is handed over is not known');
    state.teams.set(id, { ...team, key });
  }
  const keys = state.teams.values().flatMap(({ key }) => key ?? []);
  if (new Set(keys).size < keys.length) throw conflict('another team has the key');
}

function newTeam(state: FakeState, { key, leadMemberId }: TeamTarget): DirectoryTeam {
  const lead = leadMemberId === null ? undefined : state.member(leadMemberId).values;
  const name = key === unassignedKey ? 'Unassigned' : `Team ${lead?.lastName ?? key}`;
  return { id: state.nextId('team'), name, key, leadMemberId, memberIds: [] };
}
