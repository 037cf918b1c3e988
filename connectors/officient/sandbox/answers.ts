import { json, raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** The form of nearly every error. */
export function problem(status: number, reason: string): SandboxAnswer {
  return json(status, { status_code: status, reason_phrase: reason });
}

/** An unknown person and one whom the app may not see are one and the same. */
export const noSuchPerson = problem(400, 'Employee not found or you have no access.');

export const answers: SandboxAnswers = {
  unauthorised: problem(401, 'Unauthorized'),
  forbidden: problem(403, 'Forbidden'),
  // A form of its own, as a public client quotes it.
  rateLimited: (seconds) => json(429, { message: 'Too many request. Max 30 per 5 seconds.' }, { 'retry-after': String(seconds) }),
  serverError: problem(500, 'Internal Server Error'),
  // A wrong path shows the web app.
  notFound: raw(
    200,
    '<!DOCTYPE html><html><head><title>Officient</title></head><body></body></html>',
    'text/html; charset=utf-8',
  ),
};
