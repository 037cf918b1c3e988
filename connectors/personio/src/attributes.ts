import { customValue, type CustomValue, type MapReport } from '@rollcall/core';
import type { PersonioPerson } from './schema.ts';

type Attributes = PersonioPerson['custom_attributes'];

// Read as the bank account and only when that is asked for; never beside it as an ordinary field.
const sensitive = new Set(['iban']);

/** The value of the attribute with this id or global id, without regard to case. Absent when the person has no such attribute. */
export function attributeOf(attributes: Attributes, name: string | undefined): unknown {
  if (attributes == null || name === undefined) return undefined;
  const wanted = name.toLowerCase();
  const isWanted = (key: string | number | null | undefined): boolean => key != null && String(key).toLowerCase() === wanted;
  return attributes.find(({ id, global_id }) => isWanted(global_id) || isWanted(id))?.value;
}

/** All custom attributes by global id, else by id: the label is often missing and may change. */
export function customFieldsOf(attributes: Attributes, report: MapReport): Record<string, CustomValue> | undefined {
  if (attributes == null) return undefined;
  const fields: Record<string, CustomValue> = {};
  for (const { id, global_id: globalId, value } of attributes) {
    const key = globalId == null || globalId === '' ? String(id ?? '') : globalId;
    if (key === '') continue;
    const read = sensitive.has(key.toLowerCase()) ? undefined : customValue(value, report);
    if (read !== undefined) fields[key] = read;
  }
  return fields;
}
