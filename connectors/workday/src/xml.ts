import { xmlAll, xmlAttribute, xmlText, type XmlNode } from '@rollcall/soap';

/** The id of a reference that has this type. Tenants write types in different case. */
export function idOf(reference: XmlNode | undefined, type: string): string | undefined {
  const ids = xmlAll(reference, 'ID');
  return xmlText(ids.find((id) => xmlAttribute(id, 'type')?.toLowerCase() === type.toLowerCase()));
}

/** What a reference stands for. Descriptors follow the language of the user: they only count where there is no id. */
export function wordOf(reference: XmlNode | undefined, type: string): string | undefined {
  return idOf(reference, type) ?? xmlAttribute(reference, 'Descriptor');
}

/** `1` and `true`, `0` and `false`; anything else says nothing. */
export function flagOf(value: unknown): boolean | undefined {
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : value;
  if (word === '1' || word === 'true' || word === true) return true;
  return word === '0' || word === 'false' || word === false ? false : undefined;
}

/** The first text that says something, else the first that is there at all. */
export function filled(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text !== '') ?? texts.find((text) => text !== undefined);
}
