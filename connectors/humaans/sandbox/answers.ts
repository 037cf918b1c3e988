import { json, type SandboxAnswers } from '@rollcall/sandbox';

const problem = (status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) =>
  json(status, { id: `err_${String(status)}`, code, name: code, message, issues: [] }, headers);

export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'NotAuthenticated', 'Invalid access token'),
  forbidden: problem(403, 'Forbidden', 'The access token has no scope for this resource'),
  notFound: problem(404, 'NotFound', 'No record found'),
  serverError: problem(500, 'GeneralError', 'Something went wrong'),
  rateLimited: (seconds) => problem(429, 'TooManyRequests', 'Too many requests', { 'retry-after': String(seconds) }),
};
