import type { VendorErrorDetail, VendorErrors } from '@rollcall/core';
import { Answer } from './schema.ts';

/** "No record found" is an answer: an empty list, or nobody with this id. The code 10 says so, unless it speaks of the request. */
export function isNobody({ status, message }: Answer): boolean {
  return /^no records? found/i.test(message ?? '') || (String(status) === '10' && !/json/i.test(message ?? ''));
}

/**
 * Failures come with HTTP 200, a code and a text; 5 stands for many things, which only the text tells apart.
 * Source: the vendor's OpenAPI 3.1, descriptions of `Status` (2026-11).
 */
export const errors: VendorErrors = {
  inSuccess: (body) => {
    const { data } = Answer.safeParse(body);
    if (data === undefined || isNobody(data)) return false;
    return String(data.iserror).toLowerCase() === 'true' || String(data.status ?? 0) !== '0';
  },
  describe: ({ status, body }) => {
    const { data } = Answer.safeParse(body);
    // There is one address for all: that it is not found says nothing of a person.
    const means = meaningOf(String(data?.status), data?.message ?? '') ?? (status === 404 ? 'rejected' : undefined);
    return { code: data?.status?.toString(), means };
  },
};

function meaningOf(status: string, message: string): VendorErrorDetail['means'] {
  if (status === '1' || status === '2' || /^(?:invalid api ?key|api ?key (?:is|does not exist))/i.test(message))
    return 'credentials';
  if (status === '6') return 'unavailable';
  if (/\b(?:no|not have) (?:access|permission)\b|^api ?key with\b/i.test(message)) return 'permission';
  return /^employee(?: ?id)? (?:does not exist|(?:is )?not found)/i.test(message) ? 'gone' : undefined;
}
