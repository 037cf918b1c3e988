import { json, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

export const notFound = json(404, { message: 'Employment not found' });

/** What the specification calls UnprocessableEntityResponse. */
export function unprocessable(field: string, problem: string): SandboxAnswer {
  return json(422, { errors: { [field]: [problem] } });
}

export const answers: SandboxAnswers = {
  unauthorised: json(401, { message: 'Unauthorized' }),
  forbidden: json(403, { message: 'Forbidden' }),
  // No Retry-After: the pause stands in milliseconds in a header of its own.
  rateLimited: (retryAfterSeconds) =>
    json(
      429,
      { message: 'Too many requests' },
      {
        'x-ratelimit-count': '301',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(retryAfterSeconds * 1000),
      },
    ),
  serverError: json(500, { message: 'Internal Server Error' }),
  notFound: json(404, { message: 'Not Found' }),
};
