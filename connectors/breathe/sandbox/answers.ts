import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** `type` says in a few words what is wrong. */
function problem(status: number, type: string): SandboxAnswer {
  return json(status, { error: { type } }, { 'x-request-id': `sandbox-${String(status)}` });
}

export const answers: SandboxAnswers = {
  // A wrong or disabled key is answered with a text.
  unauthorised: json(401, { error: '401 Unauthorized' }, { 'x-request-id': 'sandbox-401' }),
  forbidden: problem(403, 'Forbidden'),
  // It is not said when to come back.
  rateLimited: () => problem(429, 'Rate Limit Reached'),
  serverError: problem(500, 'Internal Server Error'),
  notFound: problem(404, 'Record Not Found'),
};
