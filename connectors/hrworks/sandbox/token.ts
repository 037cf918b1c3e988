import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, problem, wrongKeys } from './answers.ts';

export const config = { accessKey: 'sternfurt-sandbox-key', secretAccessKey: 'sternfurt-sandbox-secret' } as const;

const lifeSeconds = 15 * 60;

/** The key pair for a JWT of fifteen minutes, counted from noon of the company's day. */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/v2/authentication',
  kind: 'token',
  handle(request, company) {
    const keys = request.json();
    if (keys === undefined) return problem(400, 'InvalidPayloadError', 'The payload was not provided in valid JSON format.');
    const { accessKey, secretAccessKey } = (keys ?? {}) as Partial<Record<string, unknown>>;
    if (accessKey !== config.accessKey || secretAccessKey !== config.secretAccessKey) return wrongKeys;
    const expiry = Date.parse(`${company.twin.today}T12:00:00Z`) / 1000 + lifeSeconds;
    const token = toJwt({ exp: expiry, jti: company.issueToken() });
    company.memory.set(token, expiry);
    return json(200, { token });
  },
};

const toJwt = (claims: object): string =>
  [{ alg: 'HS256', typ: 'JWT' }, claims, 'sandbox']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

/** Several tokens may be alive at once. */
export function authenticate({ headers }: SandboxRequest, { memory }: SandboxCompany): SandboxAnswer | undefined {
  const header = headers['authorization'];
  if (header === undefined) return problem(401, 'MissingAuthorizationHeaderError', 'The request has no authorization header.');
  const token = /^Bearer (\S+)$/.exec(header)?.[1];
  if (token === undefined) return problem(401, 'MalformedAuthorizationHeaderError', 'The authorization header was malformed.');
  return memory.has(token) ? undefined : answers.unauthorised;
}
