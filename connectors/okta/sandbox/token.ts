import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, tokenFailure } from './answers.ts';

const clientId = '0oa4fjordkiste7sandbox';

// Made anew in each process: no key lies in the repository.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = createPublicKey(privateKey);

export const config = {
  org: 'fjordkiste.okta.com',
  clientId,
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  keyId: 'sandbox-key',
  fields: { startDate: 'hireDate', terminationDate: 'lastDay', team: 'teamName' },
};

/** A token of the old kind, which works as well. */
export const apiToken = '00fictional-token-of-fjordkiste-sandbox-000';

type Part = Readonly<Record<string, unknown>>;

/** Trades a signed assertion for a token of an hour that has the scope that was granted. */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/oauth2/v1/token',
  kind: 'token',
  handle(request, company) {
    const form = request.form();
    if (form.get('grant_type') !== 'client_credentials')
      return tokenFailure(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
    if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
      return tokenFailure(401, 'invalid_client', 'Client authentication failed.');
    const { header, claims, isSigned } = readAssertion(form.get('client_assertion') ?? '');
    if (claims['iss'] !== clientId || claims['sub'] !== clientId)
      return tokenFailure(401, 'invalid_client', 'The client_assertion is invalid.');
    if (!isSigned || header['alg'] !== 'RS256' || header['kid'] !== 'sandbox-key')
      return tokenFailure(401, 'invalid_client', 'The client_assertion signature is invalid.');
    const lifetime = Number(claims['exp']) - Number(claims['iat']);
    if (claims['aud'] !== `${request.origin}/oauth2/v1/token` || !(lifetime > 0 && lifetime <= 3600))
      return tokenFailure(401, 'invalid_client', 'The audience or the expiration of the client_assertion is invalid.');
    if (form.get('scope') !== 'okta.users.read')
      return tokenFailure(400, 'invalid_scope', 'One or more scopes are not granted to this client.');
    const token = company.issueToken('eyJ');
    return json(200, { token_type: 'Bearer', expires_in: 3600, access_token: token, scope: 'okta.users.read' });
  },
};

export function authenticate({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  const sent = headers['authorization'] ?? '';
  return sent === `SSWS ${apiToken}` || company.isIssued(/^Bearer (.+)$/.exec(sent)?.[1]) ? undefined : answers.unauthorised;
}

function readAssertion(assertion: string): { readonly header: Part; readonly claims: Part; readonly isSigned: boolean } {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const isSigned = verify('RSA-SHA256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url'));
  return { header: readPart(header), claims: readPart(claims), isSigned };
}

function readPart(part: string): Part {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;
  } catch {
    return {};
  }
}
