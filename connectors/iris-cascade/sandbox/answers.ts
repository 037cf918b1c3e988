import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

/** The codes are documented, the form of the payload is not: a code, a description and the trace id that IRIS asks for. */
export function failure(status: number, code: string, description: string): SandboxAnswer {
  return json(status, { code, description: `${description}, log_trace: rrt-0fictional0trace-b-ge-1201-7` });
}

export const answers: SandboxAnswers = {
  unauthorised: failure(401, '401-000-0001', 'The access token has expired'),
  forbidden: failure(403, '403-000-0001', 'The resource requires scopes that are not included in the access token'),
  notFound: failure(404, '404-004-0001', 'The specified resource was not found'),
  serverError: failure(500, '500-000-0001', 'The server returned a status 502 error'),
  // No header says when to come back: the documentation tells callers to wait a minute.
  rateLimited: () => failure(429, '429-000-0001', 'Too many requests'),
};
