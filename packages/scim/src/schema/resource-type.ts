import type { PushedKind } from '@rollcall/core';
import { attributeNamed, type Attribute, type Schema } from './attribute.ts';
import { enterpriseUser, group, user } from './schemas.ts';

/** What is kept of one kind of resource, and where it is found. */
export interface ResourceType {
  readonly kind: PushedKind;
  readonly name: 'User' | 'Group';
  readonly path: '/Users' | '/Groups';
  readonly core: Schema;
  readonly extensions: readonly Schema[];
  /** The attribute that tells resources apart. */
  readonly nameAttribute: 'userName' | 'displayName';
}

export const users: ResourceType = {
  kind: 'user',
  name: 'User',
  path: '/Users',
  core: user,
  extensions: [enterpriseUser],
  nameAttribute: 'userName',
};

export const groups: ResourceType = {
  kind: 'group',
  name: 'Group',
  path: '/Groups',
  core: group,
  extensions: [],
  nameAttribute: 'displayName',
};

export const resourceTypes: readonly ResourceType[] = [users, groups];

/** What everybody has beside the schemas (RFC 7643 §3.1). Given by us. */
const common: readonly Attribute[] = [
  { name: 'id', type: 'string', description: 'Given by us.', caseExact: true, mutability: 'readOnly', returned: 'always' },
  {
    name: 'schemas',
    type: 'reference',
    description: 'The schemas used.',
    multiValued: true,
    caseExact: true,
    mutability: 'readOnly',
  },
  {
    name: 'meta',
    type: 'complex',
    description: 'About the resource.',
    mutability: 'readOnly',
    subAttributes: [
      { name: 'resourceType', type: 'string', description: 'User or Group.', caseExact: true },
      { name: 'created', type: 'dateTime', description: 'When it was made.' },
      { name: 'lastModified', type: 'dateTime', description: 'When it was last changed.' },
      { name: 'location', type: 'reference', description: 'Its address.', caseExact: true },
      { name: 'version', type: 'string', description: 'Its entity tag.', caseExact: true },
    ],
  },
  { name: 'groups', type: 'complex', description: 'Kept by the groups.', multiValued: true, mutability: 'readOnly' },
];

export function coreAttribute(type: ResourceType, name: string): Attribute | undefined {
  return attributeNamed(type.core.attributes, name) ?? attributeNamed(common, name);
}

/** A schema by its URN, the same in any case. */
export function extensionOf(type: ResourceType, urn: string): Schema | undefined {
  return type.extensions.find(({ id }) => id.toLowerCase() === urn.toLowerCase());
}
