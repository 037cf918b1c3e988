import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** Error bodies are not documented; only their status is. */
function problem(status: number, message: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  return json(status, { message }, headers);
}

export const unprocessable = problem(422, 'Unprocessable entity');

export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'Forbidden'),
  notFound: problem(404, 'Not found'),
  serverError: problem(500, 'Internal server error'),
  rateLimited: (seconds) => problem(429, 'Too many requests', { 'retry-after': String(seconds) }),
};
