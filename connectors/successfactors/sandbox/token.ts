import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, tokenFailure } from './answers.ts';

export const origin = 'https://api55.sapsf.eu';

// Made anew in each process: no key lies in the repository.
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const publicKey = createPublicKey(privateKey);

export const config = {
  apiServer: 'api55.sapsf.eu',
  companyId: 'HalbergmoorT1',
  apiKey: 'NGZmaWN0aW9uYWxLZXkwMDAwMDAwMDAw',
  privateKey: privateKey.toString().trim().replaceAll('\n', ' '),
  technicalUser: 'API_ROLLCALL',
  customFields: ['EmpJob.customString1', 'EmpEmployment.customDate1'],
};

/** Trades a signed assertion for a token, as far as everything in it is as it was registered. */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/oauth/token',
  kind: 'token',
  handle(request, company) {
    const form = request.form();
    const xml = Buffer.from(form.get('assertion') ?? '', 'base64').toString();
    const complaint = complaintAbout(form, xml);
    if (complaint !== undefined) return tokenFailure(401, complaint);
    return json(200, { access_token: company.issueToken('sf-'), token_type: 'Bearer', expires_in: 86_400 });
  },
};

function complaintAbout(form: URLSearchParams, xml: string): string | undefined {
  if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:saml2-bearer') return 'Unsupported grant type';
  if (form.get('company_id') !== config.companyId) return 'Unable to find the company';
  if (form.get('client_id') !== config.apiKey || !xml.includes(`>${config.apiKey}</saml2:AttributeValue>`))
    return 'Unable to find the client';
  if (!isSigned(xml)) return 'Unable to verify the signature of the SAML assertion';
  if (!xml.includes(`Recipient="${origin}/oauth/token"`)) return 'The recipient of the SAML assertion is invalid';
  if (!xml.includes('>www.successfactors.com</saml2:Audience>')) return 'The audience of the SAML assertion is invalid';
  return xml.includes(`>${config.technicalUser}</saml2:NameID>`) ? undefined : 'Unable to map the NameID to a user';
}

/** The signature over `SignedInfo`, brought into its canonical form: its namespace said, no element without an end tag. */
function isSigned(xml: string): boolean {
  const info = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(xml)?.[0] ?? '';
  const signature = /<ds:SignatureValue>([^<]*)</.exec(xml)?.[1] ?? '';
  const canonical = info
    .replace('<ds:SignedInfo>', '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">')
    .replaceAll(/<([\w:]+)([^<>]*)\/>/g, '<$1$2></$1>');
  return createVerify('RSA-SHA256').update(canonical).verify(publicKey, signature, 'base64');
}

export function authenticate({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  const token = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  return company.isIssued(token) ? undefined : answers.unauthorised;
}
