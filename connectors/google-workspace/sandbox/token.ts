import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, tokenFailure } from './answers.ts';

const tokenUrl = 'https://oauth2.googleapis.com/token';

// Made anew in each process: no key lies in the repository.
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const publicKey = createPublicKey(privateKey);
const keyId = '4f1c0fictional';
const clientEmail = 'hr-sync@fjordkiste-hr.iam.gserviceaccount.com';

export const config = {
  // The key's id stands last, so that a slip in the last letter is one that only Google can find.
  serviceAccountKey: JSON.stringify({
    type: 'service_account',
    client_email: clientEmail,
    private_key: privateKey.toString(),
    private_key_id: keyId,
  }),
  adminEmail: 'hr-sync@fjordkiste.example',
  teams: true,
  fields: { startDate: 'Employment.first_day', terminationDate: 'Employment.last_day' },
};

/** What a super administrator authorized for the service account. */
const delegated = ['https://www.googleapis.com/auth/admin.directory.user.readonly'];

/** Trades a signed assertion for a token that has the scopes it names. */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/token',
  kind: 'token',
  origin: 'https://oauth2.googleapis.com',
  handle(request, company) {
    const form = request.form();
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
      return tokenFailure(400, 'unsupported_grant_type', 'Invalid grant_type');
    const { header, claims, isSigned } = readAssertion(form.get('assertion') ?? '');
    if (claims['iss'] !== clientEmail) return tokenFailure(400, 'invalid_grant', 'Invalid grant: account not found');
    if (!isSigned || header['alg'] !== 'RS256' || ![undefined, keyId].includes(header['kid'] as string | undefined))
      return tokenFailure(400, 'invalid_grant', 'Invalid JWT Signature.');
    const lifetime = Number(claims['exp']) - Number(claims['iat']);
    if (claims['aud'] !== tokenUrl || !(lifetime > 0 && lifetime <= 3600))
      return tokenFailure(400, 'invalid_grant', 'Invalid JWT: Token must be a short-lived token');
    if (claims['sub'] !== config.adminEmail) return tokenFailure(400, 'invalid_grant', 'Invalid email or User ID');
    const scopes = String(claims['scope']).split(' ');
    if (!scopes.every((scope) => delegated.includes(scope)))
      return tokenFailure(401, 'unauthorized_client', 'Client is unauthorized to retrieve access tokens using this method.');
    const token = company.issueToken('ya29.');
    return json(200, { access_token: token, expires_in: 3599, token_type: 'Bearer' });
  },
};

export function authenticate({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  return company.isIssued(tokenOf(headers)) ? undefined : answers.unauthorised;
}

function tokenOf(headers: SandboxRequest['headers']): string | undefined {
  return /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
}

type Part = Readonly<Record<string, unknown>>;

function readAssertion(assertion: string): { readonly header: Part; readonly claims: Part; readonly isSigned: boolean } {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  const isSigned = verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'));
  return { header: readPart(header), claims: readPart(claims), isSigned };
}

function readPart(part: string): Part {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;
  } catch {
    return {};
  }
}
