import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** An error as Graph writes it. */
export function failure(status: number, code: string, message: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  const requestId = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const innerError = { date: '2026-11-02T09:00:00', 'request-id': requestId, 'client-request-id': requestId };
  return json(status, { error: { code, message, innerError } }, { 'request-id': requestId, ...headers });
}

/** An error as the token endpoint writes it. */
export function logInFailure(status: number, error: string, number: number, text: string): SandboxAnswer {
  return json(status, {
    error,
    error_description: `AADSTS${String(number)}: ${text}`,
    error_codes: [number],
    timestamp: '2026-11-02 09:00:00Z',
    trace_id: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    correlation_id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
    error_uri: `https://login.microsoftonline.com/error?code=${String(number)}`,
  });
}

export const answers: SandboxAnswers = {
  unauthorised: failure(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'),
  forbidden: failure(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  rateLimited: (seconds) => failure(429, 'TooManyRequests', 'Too many requests', { 'retry-after': String(seconds) }),
  serverError: failure(500, 'UnknownError', 'An internal server error occurred.'),
  notFound: failure(404, 'Request_ResourceNotFound', 'Resource does not exist.'),
};

export const badRequest = failure(400, 'BadRequest', 'Invalid request.');
export const tokenLost = failure(400, 'syncStateNotFound', 'The sync state generation is not found. The delta token is expired.');
