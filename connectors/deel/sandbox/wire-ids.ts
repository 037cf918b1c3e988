/** Ids of organisation data are uuids; each kind has a range of its own. */
const kinds = { department: '3f10c2aa', team: '92b6d0e4', entity: 'c41d77f0' } as const;

export function toUuid(kind: keyof typeof kinds, id: number): string {
  return `${kinds[kind]}-0a3b-4d0f-81aa-${String(id).padStart(12, '0')}`;
}
