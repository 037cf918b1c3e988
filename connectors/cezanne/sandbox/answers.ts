import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** An error as OData 3 has it. */
export function failure(status: number, message: string, headers: SandboxAnswer['headers'] = {}): SandboxAnswer {
  return json(status, { 'odata.error': { code: '', message: { lang: 'en-US', value: message } } }, headers);
}

export const answers: SandboxAnswers = {
  unauthorised: failure(401, 'Access is denied.', { 'www-authenticate': 'Bearer' }),
  forbidden: failure(403, 'Forbidden'),
  notFound: failure(404, "Resource not found for the segment 'Nowhere'."),
  serverError: failure(500, 'An error occurred while processing this request.'),
  rateLimited: (seconds) => failure(429, 'Too many requests', { 'retry-after': String(seconds) }),
};
