/** Kinds of things that have an id of their own beside people. */
const kinds = ['title', 'department', 'location', 'legalEntity', 'businessArea', 'costCenter', 'team', 'customField'] as const;

type Kind = (typeof kinds)[number];

/** Ids are uuids in lower case. */
export function toVendorId(kind: Kind, number: number): string {
  return `5a1e${String(kinds.indexOf(kind)).padStart(4, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
