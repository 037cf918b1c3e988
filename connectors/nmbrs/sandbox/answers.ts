import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** An error as every endpoint but the token's says it. */
function problem(status: number, title: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  return json(status, { title, detail: 'The request was refused.', code: status }, headers);
}

export const badRequest = problem(400, 'BadRequest.');

export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'Unauthorized.'),
  forbidden: problem(403, 'Forbidden.'),
  rateLimited: (seconds) => problem(429, 'TooManyRequests.', { 'retry-after': String(seconds) }),
  serverError: problem(500, 'InternalServerError.'),
  notFound: problem(404, 'NotFound.'),
};
