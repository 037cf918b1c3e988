import type { KeyObject } from 'node:crypto';

export interface SamlClaims {
  readonly issuer: string;
  /** Who the token is for. */
  readonly nameId: string;
  readonly audience: string;
  /** The token address. */
  readonly recipient: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly issuedAt: Date;
  readonly lifetimeSeconds: number;
  readonly id: string;
}

/** A SAML 2.0 assertion (bearer), not yet signed. Every value is escaped. */
export function samlXml(claims: SamlClaims): string {
  const at = (seconds: number) => new Date(claims.issuedAt.getTime() + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  const [id, issuer, nameId, audience, recipient] = [
    claims.id,
    claims.issuer,
    claims.nameId,
    claims.audience,
    claims.recipient,
  ].map(escapeXml);
  const attributes = Object.entries(claims.attributes).map(
    ([name, value]) =>
      `<saml2:Attribute Name="${escapeXml(name)}"><saml2:AttributeValue xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">${escapeXml(value)}</saml2:AttributeValue></saml2:Attribute>`,
  );
  // The vendor's clock may be behind ours.
  const from = at(-300);
  const until = at(claims.lifetimeSeconds);
  return [
    `<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" IssueInstant="${at(0)}" Version="2.0">`,
    `<saml2:Issuer>${issuer}</saml2:Issuer>`,
    `<saml2:Subject><saml2:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">${nameId}</saml2:NameID>`,
    `<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${recipient}"/></saml2:SubjectConfirmation></saml2:Subject>`,
    `<saml2:Conditions NotBefore="${from}" NotOnOrAfter="${until}"><saml2:AudienceRestriction><saml2:Audience>${audience}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>`,
    `<saml2:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="${id}"><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>`,
    attributes.length === 0 ? '' : `<saml2:AttributeStatement>${attributes.join('')}</saml2:AttributeStatement>`,
    '</saml2:Assertion>',
  ].join('');
}

/** Signs an assertion, enveloped, right behind its issuer as the schema of SAML wants it: RSA-SHA256, exclusive canonicalisation. */
export async function signSaml(xml: string, privateKey: KeyObject): Promise<string> {
  // Only the vendors that want SAML pay for loading an XML parser.
  const { SignedXml } = await import('xml-crypto');
  const signature = new SignedXml({
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signature.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signature.computeSignature(xml, { prefix: 'ds', location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  return signature.getSignedXml();
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
