import type { Twin, TwinPerson } from '@rollcall/sandbox';
import { guid } from './guid.ts';
import type { Row } from './list-page.ts';

/** From the root to where somebody's job stands: company, division, department and, where there is one, team. */
export function pathOf({ divisionId, departmentId, teamId }: TwinPerson): readonly string[] {
  const department = [guid(1, 1), guid(2, divisionId), guid(3, divisionId * 10_000 + departmentId)];
  return teamId === null ? department : [...department, guid(4, divisionId * 10_000 + teamId)];
}

/** Every node on which somebody stands, and those above. */
export function nodesOf({ name, people, divisions, departments, teams }: Twin): readonly Row[] {
  const names = [divisions, departments, teams].map((list) => new Map(list.map((group) => [group.id, group.name])));
  const nodes = new Map<string, Row>();
  for (const person of people) {
    const path = pathOf(person);
    const titles = [name, ...[person.divisionId, person.departmentId, person.teamId].map((id, at) => names[at]?.get(Number(id)))];
    for (const [at, id] of path.entries()) nodes.set(id, toNode(id, path[at - 1] ?? null, at + 1, titles[at]));
  }
  return [...nodes.values()];
}

function toNode(id: string, parentId: string | null, level: number, title: string | undefined): Row {
  return {
    ParentId: parentId,
    Level: level,
    Title: title ?? null,
    Disabled: false,
    SourceSystemId: id.slice(-6),
    SourceSystemCreatedOn: '2019-01-07T00:00:00Z',
    SourceSystemLastModifiedOn: '2019-01-07T00:00:00Z',
    Id: id,
    CreatedOn: '2022-01-05T10:11:12Z',
    CreatedBy: null,
    LastModifiedOn: '2022-01-05T10:11:12Z',
    LastModifiedBy: null,
  };
}
