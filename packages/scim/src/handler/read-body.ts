import { badRequest, ScimError } from '../scim-error.ts';

const jsonTypes = new Set(['application/scim+json', 'application/json']);

/**
 * The body of a request as JSON, and never more of it than is allowed.
 * @throws ScimError 400 `invalidSyntax`, 413, 415
 */
export async function readBody(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && type !== '' && !jsonTypes.has(type)) throw new ScimError(415, 'send application/scim+json');
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    parts.push(part);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))) as unknown;
  } catch {
    throw badRequest('invalidSyntax', 'the body is no JSON in UTF-8');
  }
}

function tooLarge(maxBytes: number): ScimError {
  return new ScimError(413, `the body is larger than ${String(maxBytes)} bytes`);
}
