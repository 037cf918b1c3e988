/** A credential that must stay secret: one text without blanks. */
export function secretField<const Label extends string>(label: Label, help: string, example: string) {
  return { label, help, example, pattern: '\\S+', secret: true } as const;
}

/** A text without blanks that says which tenant of the vendor is meant, such as a client id. */
export function tenantField<const Label extends string>(label: Label, help: string, example: string, pattern = '\\S+') {
  return { label, help, example, pattern, tenant: true } as const;
}

/** Names of further fields to read; left out by customers who need none. */
export function listField<const Label extends string>(label: Label, help: string, example: string, pattern = '.+') {
  return { type: 'list', label, help, example, pattern, optional: true } as const;
}

/** Something that costs more requests, off unless it is switched on. */
export function switchField<const Label extends string>(label: Label, help: string) {
  return { type: 'boolean', label, help, example: 'true', optional: true } as const;
}
