import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** `ApiError`. Which status each type comes with is documented for wrong keys only. */
export function problem(status: number, type: string, message: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  return json(status, { errorCode: status, type, errorMessage: message, additionalErrors: [] }, headers);
}

export const wrongKeys = problem(403, 'InvalidCredentialsError', 'The credentials provided with the request were invalid.');

export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'InvalidBearerTokenError', 'The Bearer token provided in the request was invalid or expired.'),
  forbidden: problem(403, 'PermissionDeniedError', 'The credentials do not have the necessary permission for this API request.'),
  rateLimited: (seconds) => problem(429, 'TooManyRequestsError', 'Too many requests.', { 'retry-after': String(seconds) }),
  serverError: problem(500, 'InternalServerError', 'An internal server error occurred. Please retry the request'),
  notFound: problem(404, 'InvalidEndpointError', 'The requested API endpoint does not exist.'),
};
