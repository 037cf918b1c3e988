import { raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** A problem document, as every endpoint but the token's answers. The standard's name of 401 stands on 403 too, as documented. */
export function problem(status: number, title: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  const type = 'https://datatracker.ietf.org/doc/html/rfc7235#section-3.1';
  const instance = 'https://fernhollow.ilucca.net/lucca-api/employees';
  const extensions = { traceId: '|78777424-49cc27e04281bbfc.' };
  return raw(status, JSON.stringify({ type, title, status, instance, extensions }), 'application/problem+json', {
    'api-version': '2024-11-01',
    ...headers,
  });
}

export const badRequest = problem(400, 'One or more validation errors occurred.');

export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'Unauthorized'),
  rateLimited: (seconds) => problem(429, 'Too Many Requests', { 'retry-after': String(seconds) }),
  serverError: problem(500, 'Internal Server Error'),
  notFound: problem(404, 'Not Found'),
};
