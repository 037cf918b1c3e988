import { isFields, ownMember } from '../fields.ts';
import { isOwnExtension } from '../resource/read-resource.ts';
import { extensionOf, type ResourceType } from '../schema/resource-type.ts';
import { badRequest } from '../scim-error.ts';

/** One operation on one path; what was sent without a path has been taken apart. */
export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value: unknown;
}

const mostOperations = 1_000;

/**
 * The operations of a PATCH (RFC 7644 §3.5.2). Operations are the same in any case (Entra sends `Add`). One without a path
 * holds attributes by name, or, as Entra writes them with `aadOptscim062020`, by dotted names and by URN.
 * Source: https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility (2026-11).
 * @throws ScimError 400 `invalidSyntax`
 */
export function readOperations(type: ResourceType, body: unknown): readonly PatchOperation[] {
  const operations = ownMember(body, 'Operations') ?? ownMember(body, 'operations');
  if (!Array.isArray(operations) || operations.length === 0) throw badRequest('invalidSyntax', 'the body holds no Operations');
  if (operations.length > mostOperations)
    throw badRequest('invalidSyntax', `there are more than ${String(mostOperations)} Operations`);
  return operations.flatMap((operation) => readOperation(type, operation));
}

function readOperation(type: ResourceType, operation: unknown): readonly PatchOperation[] {
  const word = ownMember(operation, 'op');
  const op = typeof word === 'string' ? word.toLowerCase() : undefined;
  if (op !== 'add' && op !== 'replace' && op !== 'remove')
    throw badRequest('invalidSyntax', 'an operation is none of add, replace and remove');
  const path = ownMember(operation, 'path');
  const value = ownMember(operation, 'value');
  if (typeof path === 'string' && path.trim() !== '') return atPath(type, { op, path: path.trim(), value });
  if (path !== undefined && path !== null && path !== '') throw badRequest('invalidPath', 'a path is no text');
  if (op === 'remove') throw badRequest('noTarget', 'an operation removes without a path');
  if (!isFields(value)) throw badRequest('invalidSyntax', 'an operation without a path holds no object');
  return Object.entries(value).flatMap(([key, inner]) => takenApart(type, op, key, inner));
}

/** The path of an extension means all of it. */
function atPath(type: ResourceType, operation: PatchOperation): readonly PatchOperation[] {
  const { op, path, value } = operation;
  const extension = extensionOf(type, path);
  if (extension === undefined) return [operation];
  if (op !== 'remove') return takenApart(type, op, path, value);
  return extension.attributes.map(({ name }) => ({ op, path: `${path}:${name}`, value: undefined }));
}

/** An extension as a whole is its attributes, one by one: the others of it stay. */
function takenApart(type: ResourceType, op: 'add' | 'replace', key: string, value: unknown): readonly PatchOperation[] {
  const isExtension = isFields(value) && (extensionOf(type, key) !== undefined || isOwnExtension(key));
  if (!isExtension) return [{ op, path: key, value }];
  return Object.entries(value).map(([name, inner]) => ({ op, path: `${key}:${name}`, value: inner }));
}
