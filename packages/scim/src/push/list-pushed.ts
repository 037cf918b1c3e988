import { proven, unproven, type Completeness, type PushContext, type PushedResource } from '@rollcall/core';
import { isFields, ownMember } from '../fields.ts';
import { enterpriseSchema } from '../schema/schemas.ts';
import { createManagerIndex, type ManagerIndex } from './manager-index.ts';
import type { PushedUser } from './pushed-user.ts';

/**
 * Everybody who was pushed, deleted people among them: what was sent is kept, so nobody is ever absent from it. Managers and
 * groups are looked up first; of each person no more is held for that than ids, addresses and names of groups.
 */
export async function* listPushed(context: PushContext): AsyncGenerator<readonly PushedUser[], Completeness, void> {
  const managers = context.wants('managerId') ? await readManagers(context) : undefined;
  const groups = context.wants('team', 'customFields') ? await readGroups(context) : undefined;
  let total = 0;
  let unresolved = 0;
  for await (const page of context.pushed.pages('user')) {
    total += page.length;
    yield page.map((resource) => {
      const managerId = managers === undefined ? undefined : managerOf(resource, managers);
      if (managerId === 'unknown') unresolved += 1;
      return {
        id: resource.id,
        deleted: resource.deletedAt !== null,
        updatedAt: resource.updatedAt,
        managerId: managerId === 'unknown' ? undefined : managerId,
        groups: groups === undefined ? undefined : [...(groups.get(resource.id) ?? [])],
        user: resource.attributes,
      };
    });
  }
  if (unresolved > 0) context.warn(`${String(unresolved)} managers are none of the people who were pushed, or could be several`);
  if (total === 0) return unproven('nobody has been pushed yet');
  return proven({ by: 'single_answer', detail: 'everybody who was pushed is kept, and so is who was deleted' });
}

async function readManagers({ pushed }: PushContext): Promise<ManagerIndex> {
  const index = createManagerIndex();
  for await (const page of pushed.pages('user')) for (const resource of page) index.add(resource);
  return index;
}

function managerOf({ attributes }: PushedResource, managers: ManagerIndex): string | null | undefined {
  const manager = ownMember(ownMember(attributes, enterpriseSchema), 'manager');
  if (manager === undefined || manager === null) return manager;
  const value = ownMember(manager, 'value');
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.trim() === '') return null;
  return managers.find(value.trim()) ?? 'unknown';
}

/** Undefined where no group was ever pushed: then nobody can say that somebody is in none. */
async function readGroups({ pushed }: PushContext): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const groups = new Map<string, string[]>();
  let any = false;
  for await (const page of pushed.pages('group')) {
    for (const { attributes, deletedAt } of page) {
      any = true;
      if (deletedAt === null) noteMembers(groups, attributes);
    }
  }
  return any ? groups : undefined;
}

function noteMembers(groups: Map<string, string[]>, attributes: PushedResource['attributes']): void {
  const { displayName, members } = attributes;
  if (typeof displayName !== 'string' || !Array.isArray(members)) return;
  for (const member of members) {
    const id = isFields(member) ? member['value'] : undefined;
    if (typeof id !== 'string') continue;
    const names = groups.get(id);
    if (names === undefined) groups.set(id, [displayName]);
    else names.push(displayName);
  }
}
