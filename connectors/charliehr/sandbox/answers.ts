import { json, type SandboxAnswers } from '@rollcall/sandbox';

const failure = (status: number, message: string, headers: Readonly<Record<string, string>> = {}) =>
  json(status, { success: false, message }, headers);

export const answers = {
  unauthorised: failure(401, 'Unauthorized'),
  forbidden: failure(403, 'Forbidden'),
  notFound: failure(404, 'Not found'),
  serverError: failure(500, 'Internal server error'),
  rateLimited: (seconds) => failure(429, 'Too many requests', { 'retry-after': String(seconds) }),
  errorIn200: failure(200, 'Something went wrong'),
} satisfies SandboxAnswers;
