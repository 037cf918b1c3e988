import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** Error bodies are not documented; only their status is, and no header says when to come back. */
function failure(status: number, message: string): SandboxAnswer {
  return json(status, { error: { message } });
}

export const answers: SandboxAnswers = {
  unauthorised: failure(401, 'Unauthorized'),
  forbidden: failure(403, 'Forbidden'),
  notFound: failure(404, 'Not found'),
  serverError: failure(500, 'Server error'),
  rateLimited: () => failure(429, 'Too many requests'),
};
