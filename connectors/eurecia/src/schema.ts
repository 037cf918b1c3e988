import { lookedUp, valueAt, vendorCell, vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

const days = { entryDate: vendorCell, hiringDate: vendorCell, departureDate: vendorCell, archived: z.boolean().nullish() };

/** The id of the first one, `null` when there is none. */
const manager = z.array(z.unknown()).transform(([first]) => valueAt(first, 'id') ?? first ?? null);

/** The first number of work, else the first one. The codes of types are not documented; `PRO` has been seen. */
const phone = z.array(vendorObject({ type: vendorCell, number: vendorCell })).transform((phones) => {
  const filled = phones.filter(({ number }) => number != null && number !== '');
  return (filled.find(({ type }) => /^pro/i.test(String(type))) ?? filled[0])?.number ?? null;
});

/** A user's sheet; where it may not be read, what the list says. Empty is `""`, `null` or no member at all, even in one record. */
const user = vendorObject({ id: vendorId, ...days, userDirectManagers: manager.nullish(), phones: phone.nullish() });

const names = lookedUp<unknown>();
export const EureciaRecord = z.object({ user, departments: names, structures: names, company: z.unknown().optional() });
export type EureciaRecord = z.infer<typeof EureciaRecord>;

const rows = z.array(z.unknown());
export const Page = z.object({ content: rows, totalElements: z.number().nullish(), totalPages: z.number().nullish() });

const Node = z.object({ organizationDto: z.object({ id: vendorId, name: vendorCell }), nodes: rows.catch([]) });
/** A tree of departments or structures as names by id; a branch of another form is left out with all that is below it. */
export const Tree = z.object({ nodes: rows }).transform(({ nodes }) => new Map(namesIn(nodes)));

function namesIn(nodes: readonly unknown[]): (readonly [string, unknown])[] {
  const found = nodes.flatMap((node) => Node.safeParse(node).data ?? []);
  return found.flatMap((node) => [[String(node.organizationDto.id), node.organizationDto.name], ...namesIn(node.nodes)] as const);
}
