import { parseFilter, type Filter } from '../filter/parse-filter.ts';
import { attributeNamed } from '../schema/attribute.ts';
import { attributePath, type AttributePath } from '../schema/attribute-path.ts';
import type { ResourceType } from '../schema/resource-type.ts';
import { badRequest } from '../scim-error.ts';

/** Where an operation is carried out: an attribute, some elements of a list, or a part of either. */
export interface PatchPath extends AttributePath {
  readonly filter: Filter | undefined;
}

/**
 * Reads `title`, `name.givenName`, `emails[type eq "work"].value`, `members[value eq "x"]` and the same behind a URN
 * (RFC 7644 §3.5.2, figure 7).
 * @throws ScimError 400 `invalidPath`
 */
export function patchPath(type: ResourceType, text: string): PatchPath {
  const open = text.indexOf('[');
  const close = text.lastIndexOf(']');
  const isFiltered = open >= 0;
  const head = attributePath(type, isFiltered ? text.slice(0, open) : text);
  if (head === undefined || (isFiltered && (close < open || head.sub !== undefined))) throw invalid();
  if (!isFiltered) return { ...head, filter: undefined };
  const filter = parseFilter(text.slice(open + 1, close));
  const tail = /^(?:\.([A-Za-z$][\w$-]*))?$/.exec(text.slice(close + 1));
  if (tail === null) throw invalid();
  const subAttribute = tail[1] === undefined ? undefined : attributeNamed(head.attribute?.subAttributes, tail[1]);
  return { ...head, sub: subAttribute?.name ?? tail[1], subAttribute, filter };
}

function invalid() {
  return badRequest('invalidPath', 'a path names no attribute');
}
