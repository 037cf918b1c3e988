import { json, raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';

export const failed = (status: number, externalMessage: string): SandboxAnswer =>
  json(status, { externalMessage, errorNumber: -2147180999, profitLogReference: '5F1C710AA1B70417AA0E4C2D11FA9D02' });

export const answers: SandboxAnswers = {
  unauthorised: failed(401, 'The token is not valid.'),
  forbidden: raw(403, '<Error><Message>Forbidden</Message></Error>', 'application/xml; charset=utf-8'),
  // There is no 429: who asks too much is warned by mail, or finds a blocked GetConnector.
  rateLimited: (seconds) => json(429, {}, { 'retry-after': String(seconds) }),
  serverError: failed(500, 'Er is een onverwachte fout opgetreden.'),
  notFound: raw(404, 'Not Found', 'text/plain; charset=utf-8'),
};

/** The app connector does not hold the GetConnector. */
export const notSupported = failed(500, 'GetConnector not supported for this app or the user is not authorized.');
