import type { PushedResource } from '@rollcall/core';
import { isFields, ownMember } from '../fields.ts';
import { nameOf } from '../resource/name-of.ts';
import { enterpriseSchema } from '../schema/schemas.ts';

/** Finds the person whom a sender calls somebody's manager. */
export interface ManagerIndex {
  add(resource: PushedResource): void;
  /** Our id; undefined where nobody, or more than one, can be meant. */
  find(value: string): string | undefined;
}

/**
 * Entra sends our own id of the manager. Okta sends what the customer keeps in a field of free text: an id of Okta, a
 * sign-in name, an address or a number of an employee. They are tried in this order.
 * Source: https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/ (2026-11).
 */
export function createManagerIndex(): ManagerIndex {
  const ids = new Set<string>();
  const kinds = [new Map<string, string | null>(), new Map<string, string | null>(), new Map<string, string | null>()] as const;
  const [byExternalId, byAddress, byNumber] = kinds;
  return {
    add(resource) {
      const { id, externalId, name, attributes, deletedAt } = resource;
      ids.add(id);
      // What a deleted one was called by may be somebody else's now.
      if (deletedAt !== null) return;
      note(byExternalId, externalId, id);
      for (const address of new Set([name, ...addressesOf(attributes)])) note(byAddress, address, id);
      note(byNumber, ownMember(ownMember(attributes, enterpriseSchema), 'employeeNumber'), id);
    },
    find(value) {
      if (ids.has(value)) return value;
      for (const [index, kind] of kinds.entries()) {
        const found = kind.get(index === 1 ? nameOf(value) : value);
        if (found !== undefined) return found ?? undefined;
      }
      return undefined;
    },
  };
}

function note(index: Map<string, string | null>, key: unknown, id: string): void {
  if (typeof key !== 'string' || key.trim() === '') return;
  const known = index.get(key);
  index.set(key, known === undefined || known === id ? id : null);
}

function addressesOf(attributes: PushedResource['attributes']): readonly string[] {
  const emails = ownMember(attributes, 'emails');
  if (!Array.isArray(emails)) return [];
  return emails.flatMap((email) => {
    const value = isFields(email) ? email['value'] : undefined;
    return typeof value === 'string' ? [nameOf(value)] : [];
  });
}
