import { raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** RFC 7807, as dataset endpoints answer. The words follow the descriptions of the vendor's OpenAPI. */
export function problem(status: number, title: string, detail: string, code?: string): SandboxAnswer {
  const body = { type: 'about:blank', title, status, detail, instance: '/api', ...(code !== undefined && { code }) };
  return raw(status, JSON.stringify(body), 'application/problem+json', { 'x-request-id': 'sandbox-request' });
}

/** Older endpoints answer with an empty body and the reason in a header. */
export function emptyWithReason(status: number, reason: string): SandboxAnswer {
  return raw(status, '', 'text/html; charset=UTF-8', { 'x-bamboohr-error-message': reason });
}

export const answers: SandboxAnswers = {
  unauthorised: emptyWithReason(401, 'Invalid API key'),
  forbidden: problem(403, 'Forbidden', 'Insufficient permissions to access the requested dataset.'),
  rateLimited: (seconds) => raw(429, '', 'text/html; charset=UTF-8', { 'retry-after': String(seconds) }),
  serverError: problem(500, 'Internal Server Error', 'Internal server error.'),
  notFound: problem(404, 'Not Found', 'The specified dataset does not exist or is not accessible.'),
};
