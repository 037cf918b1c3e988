import type { PushedContent } from '@rollcall/core';
import type { Fields } from '../fields.ts';
import type { ResourceType } from '../schema/resource-type.ts';

/** A name as names are compared: the same in any case, spelling of accents, and without blanks around it. */
export function nameOf(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** What the store finds a resource by, beside what was sent. */
export function contentOf({ nameAttribute }: ResourceType, attributes: Fields): PushedContent {
  const { [nameAttribute]: name, externalId } = attributes;
  return {
    name: nameOf(typeof name === 'string' ? name : ''),
    externalId: typeof externalId === 'string' && externalId !== '' ? externalId : null,
    attributes,
  };
}
