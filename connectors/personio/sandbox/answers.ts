import { json, type SandboxAnswer } from '@rollcall/sandbox';

const problemType = { 'content-type': 'application/problem+json' };
const noHeaders: SandboxAnswer['headers'] = {};

/** A problem document of version 2. */
export function problem(status: number, code: string, title: string, headers = noHeaders): SandboxAnswer {
  const type = `https://developer.personio.de/reference/errors#common.${code}`;
  const document = {
    personio_trace_id: `sandbox-${String(status)}`,
    timestamp: '2026-11-21T09:00:00Z',
    errors: [{ title, detail: `${title}.`, type, _meta: {} }],
  };
  return json(status, document, { ...problemType, ...headers });
}

/** The token endpoint answers with the error form of OAuth instead. */
export function tokenProblem(error: string): SandboxAnswer {
  return json(
    400,
    { error, error_description: null, error_uri: null, timestamp: '2026-11-21T09:00:00Z', trace_id: 'sandbox-400', meta: {} },
    problemType,
  );
}

export const answers = {
  unauthorised: problem(401, 'unauthorized', 'Unauthorized'),
  forbidden: problem(403, 'forbidden', 'Forbidden'),
  // `Retry-After` is not promised for version 2; the gateway's own counters are.
  rateLimited: (seconds: number) =>
    problem(429, 'too_many_requests', 'Too many requests', { 'retry-after': String(seconds), 'x-ratelimit-remaining': '0' }),
  serverError: problem(500, 'internal_server_error', 'Internal server error'),
  notFound: problem(404, 'requested_resource_not_found', 'Resource not found'),
};

export const badRequest = problem(400, 'invalid_request', 'Invalid request');
