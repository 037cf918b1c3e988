import type { LogInDetails } from '../answers.ts';
import type { LogInKind } from '../kinds.ts';
import type { Document } from './document.ts';
import { isObject, listAt, memberOf, objectAt, textAt, type Json } from './json.ts';

export interface LogInGuess {
  readonly kind: LogInKind;
  readonly details: LogInDetails;
}

/** How one logs in, from the schemes that the list names, else from all there are; what a machine can do alone comes first. */
export function guessLogIn(document: Document, operation: Json): LogInGuess | undefined {
  const schemes = objectAt(document.root, 'components', 'securitySchemes');
  if (schemes === undefined) return undefined;
  const own = listAt(operation, 'security');
  const asked = (own.length > 0 ? own : listAt(document.root, 'security'))
    .filter(isObject)
    .flatMap((entry) => Object.keys(entry));
  const names = asked.length > 0 ? asked : Object.keys(schemes);
  const guesses = names.map((name) => guessOf(document.resolve(memberOf(schemes, name)))).filter((guess) => guess !== undefined);
  const order: readonly LogInKind[] = ['clientCredentials', 'apiKey', 'bearer', 'basic', 'authorizationCode'];
  return guesses.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))[0];
}

function guessOf(scheme: Json | undefined): LogInGuess | undefined {
  const type = textAt(scheme, 'type');
  if (type === 'apiKey') return keyOf(scheme);
  if (type === 'http') {
    const word = textAt(scheme, 'scheme')?.toLowerCase();
    return word === 'basic' || word === 'bearer' ? { kind: word, details: {} } : undefined;
  }
  if (type !== 'oauth2') return undefined;
  const machine = objectAt(scheme, 'flows', 'clientCredentials');
  if (machine !== undefined) return { kind: 'clientCredentials', details: flowOf(machine) };
  const consent = objectAt(scheme, 'flows', 'authorizationCode');
  if (consent === undefined) return undefined;
  return {
    kind: 'authorizationCode',
    details: { ...flowOf(consent), authorizeUrl: addressOf(textAt(consent, 'authorizationUrl')) },
  };
}

function keyOf(scheme: Json | undefined): LogInGuess | undefined {
  const name = textAt(scheme, 'name');
  if (name === undefined || !/^[A-Za-z0-9_-]{1,60}$/.test(name)) return undefined;
  const place = textAt(scheme, 'in');
  if (place === 'header') return { kind: 'apiKey', details: { header: name } };
  return place === 'query' ? { kind: 'apiKey', details: { query: name } } : undefined;
}

function flowOf(flow: Json): LogInDetails {
  const scopes = Object.keys(objectAt(flow, 'scopes') ?? {}).filter((scope) => /^[\x21-\x7e]{1,120}$/.test(scope));
  return { tokenUrl: addressOf(textAt(flow, 'tokenUrl')), scopes: scopes.slice(0, 20) };
}

/** Only a whole https address is of use. */
function addressOf(url: string | undefined): string | undefined {
  const address = url === undefined ? null : URL.parse(url);
  return address?.protocol === 'https:' && address.username === '' ? `${address.origin}${address.pathname}` : undefined;
}
