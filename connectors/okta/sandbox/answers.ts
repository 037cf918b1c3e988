import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** An error as the management API writes it. */
export function failure(status: number, errorCode: string, errorSummary: string, headers: SandboxAnswer['headers'] = {}) {
  const errorId = 'oaeFictional-sandbox-0001';
  return json(status, { errorCode, errorSummary, errorLink: errorCode, errorId, errorCauses: [] }, headers);
}

/** An error as the token endpoint writes it. */
export function tokenFailure(status: number, error: string, description: string): SandboxAnswer {
  return json(status, { error, error_description: description });
}

const limited = 'API call exceeded rate limit due to too many requests.';

export const answers: SandboxAnswers = {
  unauthorised: failure(401, 'E0000011', 'Invalid token provided'),
  forbidden: failure(403, 'E0000006', 'You do not have permission to perform the requested action'),
  rateLimited: (seconds) =>
    failure(429, 'E0000047', limited, {
      'x-rate-limit-limit': '600',
      'x-rate-limit-remaining': '0',
      // Of the second in which it comes; the answer's own Date has no fractions either.
      'x-rate-limit-reset': String(Math.floor(Date.now() / 1000) + seconds),
    }),
  serverError: failure(500, 'E0000009', 'Internal Server Error'),
  notFound: failure(404, 'E0000007', 'Not found: Resource not found: me (User)'),
};

export const invalidSearch = failure(400, 'E0000031', 'Invalid search criteria.');
