import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** An error as the Directory API writes it. */
export function failure(code: number, reason: string, message: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  return json(code, { error: { code, message, errors: [{ message, domain: 'global', reason }] } }, headers);
}

/** An error as the token endpoint writes it. */
export function tokenFailure(status: number, error: string, description: string): SandboxAnswer {
  return json(status, { error, error_description: description });
}

export const answers: SandboxAnswers = {
  unauthorised: failure(401, 'authError', 'Invalid Credentials'),
  forbidden: failure(403, 'forbidden', 'Not Authorized to access this resource/api'),
  // Google says no time; the pause that is asked for stands in the header only where a test wants one.
  rateLimited: (seconds) => failure(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded', { 'retry-after': String(seconds) }),
  serverError: failure(500, 'backendError', 'Internal error encountered.'),
  notFound: failure(404, 'notFound', 'Resource Not Found: userKey'),
};

export const invalidInput = failure(400, 'invalid', 'Invalid Input');
