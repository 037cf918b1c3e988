import { json, raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** On every answer of a limited endpoint. */
export const rateHeaders = { 'x-ratelimit-limit': '50', 'x-ratelimit-remaining': '49' };

/** Errors are `key` and `error`. */
export function problem(
  status: number,
  key: string,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return json(status, { key, error }, headers);
}

export const badRequest = (error: string): SandboxAnswer => problem(400, 'bad.request', error);

/** What a GET with a JSON content type is answered with. */
export const badRequestPage = raw(400, '<!DOCTYPE html><html><body>Bad request</body></html>', 'text/html; charset=utf-8');

export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'unauthorized', 'The request could not be authenticated'),
  forbidden: problem(403, 'forbidden', 'The user has no permission for this action'),
  notFound: problem(404, 'not.found', 'Not found'),
  serverError: problem(500, 'internal.error', 'Something went wrong'),
  rateLimited: (seconds) =>
    problem(429, 'too.many.requests', 'Rate limit exceeded', {
      ...rateHeaders,
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds),
    }),
};
