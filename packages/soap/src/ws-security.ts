import type { XmlDraft } from './write-xml.ts';

const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const passwordText = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

/**
 * The header of WS-Security with a UsernameToken, password as text: only ever sent over TLS, which the host wall sees to.
 * Source: OASIS Web Services Security UsernameToken Profile 1.0 (2004-03).
 */
export function usernameToken({ username, password }: { readonly username: string; readonly password: string }): XmlDraft {
  return {
    'wsse:Security': {
      '@xmlns:wsse': secext,
      '@soap:mustUnderstand': '1',
      'wsse:UsernameToken': {
        'wsse:Username': username,
        'wsse:Password': { '@Type': passwordText, '#text': password },
      },
    },
  };
}
