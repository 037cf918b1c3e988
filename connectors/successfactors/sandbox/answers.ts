import { json, raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** An error as the OData service writes it. */
export function failure(status: number, code: string, value: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  return json(status, { error: { code, message: { lang: 'en-US', value } } }, headers);
}

/** An error as the token endpoint writes it. */
export function tokenFailure(status: number, errorMessage: string): SandboxAnswer {
  return json(status, { errorHttpCode: String(status), errorMessage, errorReason: null });
}

export const answers: SandboxAnswers = {
  unauthorised: failure(401, 'LGN0007', '[LGN0007]Authentication credentials are required.'),
  forbidden: failure(403, 'COE_GENERAL_FORBIDDEN', '[COE0020]You have no permission to access the requested entity.'),
  rateLimited: (seconds) => failure(429, 'COE_TOO_MANY_REQUESTS', 'Too many requests.', { 'retry-after': String(seconds) }),
  serverError: raw(500, '<html><body>SAP SuccessFactors is down for maintenance</body></html>', 'text/html'),
  notFound: failure(404, 'NotFoundException', 'Resource not found.'),
};
