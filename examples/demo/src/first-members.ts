import { stateOf } from '@rollcall/sandbox';
import type { DirectedTwin } from '@rollcall/example-support';
import type { SqliteDirectory } from '@rollcall/store-sql/directory';

/**
 * Whom the application knows before anything is connected: its owner, a part of the company who signed up by themselves,
 * and people who were never in the HR system. Two employees share a mailbox. Gives the owner's id.
 */
export async function addFirstMembers(directory: SqliteDirectory, company: DirectedTwin): Promise<string> {
  const employed = company.people.filter((person) => person.email !== null && stateOf(person, company.today) === 'active');
  const [owner, one, other, ...others] = employed;
  const ownerId = await directory.addMember({ email: owner?.email ?? '', protected: true });
  if (one !== undefined && other !== undefined) company.write(other.id, { email: one.email });
  await directory.inBatch(async () => {
    for (const [index, { email }] of others.entries())
      if (index % 3 === 0 && email !== null) await directory.addMember({ email });
    await directory.addMember({ email: 'adviser@advisers.example' });
    await directory.addMember({ email: 'books@numbers.example' });
  });
  await directory.addTeam({ name: 'Winter campaign', leadMemberId: ownerId, memberIds: [ownerId] });
  return ownerId;
}
