import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** The container of most errors: what was asked, and a list. */
export function problem(status: number, message: string, path?: string): SandboxAnswer {
  const request = {
    method: 'GET',
    url: '/rest/v2/people',
    status,
    api_req_id: 'req-sandbox',
    docs: 'https://developer.deel.com/api/endpoints/people/get-people',
    source: 'sandbox',
    code: status,
  };
  const error = path === undefined ? { message } : { message, path };
  return json(status, { request, errors: [error] }, { 'x-request-id': 'req-sandbox' });
}

/** A 429 and a 500 have forms of their own, and a 429 says no time. */
export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'TOKEN_TYPE_NOT_ALLOWED'),
  notFound: problem(404, 'Not found'),
  serverError: json(500, { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong', details: null } }),
  rateLimited: () => json(429, { error: 'Too Many Requests', status: 429, message: 'Rate limit exceeded' }),
};
