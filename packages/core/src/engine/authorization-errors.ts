import { AuthError } from '../errors/auth-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { RollcallError } from '../errors/rollcall-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';

export function stateInvalid(because: string, vendor?: string): AuthError {
  return new AuthError({
    code: 'authorization_state_invalid',
    vendor,
    message: `this authorization cannot be completed: ${because}`,
    hint: 'Begin connecting again.',
  });
}

/** Errors of RFC 6749, 4.1.2.1 that speak of how the platform is registered at the vendor. */
const platformErrors = ['invalid_request', 'unauthorized_client', 'unsupported_response_type', 'invalid_scope'];

/** What the vendor sent an administrator back with instead of a code. Text that no standard names is not repeated. */
export function callbackError(error: string, vendor?: string): RollcallError {
  const who = vendor ?? 'the vendor';
  if (error === 'server_error' || error === 'temporarily_unavailable') {
    return new UnavailableError({
      code: 'vendor_down',
      vendor,
      message: `${who} could not ask for consent (${error})`,
      hint: 'Try again later.',
    });
  }
  if (platformErrors.includes(error)) {
    return new ConfigError({
      vendor,
      message: `${who} refuses how consent is asked for (${error})`,
      hint: 'Compare client id, redirect URI and scopes with what is registered at the vendor.',
    });
  }
  const reason = error === 'access_denied' ? 'access was denied' : 'for a reason that no standard names';
  return new AuthError({
    code: 'authorization_refused',
    vendor,
    message: `consent was not given: ${reason}`,
    hint: 'Begin connecting again, signed in at the vendor as somebody who may give this access.',
  });
}
