import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The vendor refuses the credentials, or consent did not come about. The customer's administrator reconnects; the hint is the set-up step. */
export class AuthError extends RollcallError {
  static override readonly name: string = 'AuthError';
  override readonly name = 'AuthError';
  override readonly retryable = false;

  constructor(
    options: RollcallErrorOptions & {
      readonly code:
        'credentials_rejected' | 'token_expired' | 'consent_revoked' | 'authorization_refused' | 'authorization_state_invalid';
    },
  ) {
    super(options);
  }
}
