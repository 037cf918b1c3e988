import type { Fields } from '../fields.ts';
import type { ScimError } from '../scim-error.ts';

const type = { 'content-type': 'application/scim+json' };
const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error';
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

export function answer(
  body: Fields,
  { status = 200, headers = {} }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...type, ...headers } });
}

export function nothingToSay(status: 204 | 304, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers });
}

/** RFC 7644 §3.12. The status is a text there. */
export function errorAnswer({ status, scimType, message, headers }: ScimError): Response {
  const body = { schemas: [errorSchema], status: String(status), ...(scimType !== undefined && { scimType }), detail: message };
  return answer(body, { status, headers });
}

export interface ListPage {
  readonly total: number;
  readonly startIndex: number;
  readonly resources: readonly Fields[];
}

/** RFC 7644 §3.4.2: also for nobody, which is an empty list and no error. */
export function listAnswer({ total, startIndex, resources }: ListPage): Response {
  return answer({
    schemas: [listSchema],
    totalResults: total,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  });
}
