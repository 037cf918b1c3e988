import { lookedUp, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

/** Something that has a name: a team, an office, the company. */
export const CharlieNamed = vendorObject({ id: vendorId.nullish(), name: vendorText });
export type CharlieNamed = z.infer<typeof CharlieNamed>;

/** A bare id, as leave requests have it (a stored Python client, 2026-11), or the thing itself. */
export const CharlieReference = z.union([vendorId.transform((id) => ({ id })), CharlieNamed]);
const reference = CharlieReference.nullish();

/** Something of a member, such as a bank account. */
export const CharlieOwned = vendorObject({ team_member: reference, member: reference });

/** A team member, and the lists that name what they refer to; absent where those were not read. */
export const CharlieRecord = z.object({
  member: vendorObject({ id: vendorId, manager: reference, office: reference, teams: z.array(reference).nullish() }),
  teams: lookedUp<CharlieNamed>(),
  teamByMember: lookedUp<CharlieNamed>(),
  offices: lookedUp<CharlieNamed>(),
  company: CharlieNamed.optional(),
  bankAccounts: lookedUp<readonly z.infer<typeof CharlieOwned>[]>(),
  /** Somebody of this read has a leaving date, be it an empty one: the name it goes by is known. */
  knowsLeavingDates: z.boolean(),
});
export type CharlieRecord = z.infer<typeof CharlieRecord>;
