import { json, type SandboxAnswers } from '@rollcall/sandbox';

const problem = (statusCode: number, error: string, headers: Readonly<Record<string, string>> = {}) =>
  json(statusCode, { statusCode, message: error, error }, headers);

export const badRequest = problem(400, 'Bad Request');

/** The form is documented, 429 is not. */
export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'Forbidden'),
  notFound: problem(404, 'Not Found'),
  serverError: problem(500, 'Internal server error'),
  rateLimited: (seconds) => problem(429, 'Too Many Requests', { 'retry-after': String(seconds) }),
};
