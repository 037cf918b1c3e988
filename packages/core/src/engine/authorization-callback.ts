import { stateInvalid } from './authorization-errors.ts';

/** How an administrator comes back: the address that was called (absolute or from the path on), or its members. */
export type AuthorizationCallback =
  | { readonly callbackUrl: string }
  | { readonly state: string; readonly code?: string | undefined; readonly error?: string | undefined };

export interface CallbackMembers {
  readonly state: string | undefined;
  readonly code: string | undefined;
  /** One of RFC 6749, 4.1.2.1, or whatever else the vendor writes. */
  readonly error: string | undefined;
}

/** @throws AuthError `authorization_state_invalid` for an address that cannot be read or says a thing twice. */
export function readCallback(callback: AuthorizationCallback): CallbackMembers {
  if (!('callbackUrl' in callback)) {
    const { state, code, error } = callback;
    return { state: present(state), code: present(code), error: present(error) };
  }
  const base = 'https://callback.invalid';
  if (!URL.canParse(callback.callbackUrl, base)) throw stateInvalid('the address that was called cannot be read');
  const { searchParams } = new URL(callback.callbackUrl, base);
  const member = (name: string): string | undefined => {
    const [value, ...more] = searchParams.getAll(name);
    if (more.length > 0) throw stateInvalid(`the address that was called has ${name} twice`);
    return present(value);
  };
  return { state: member('state'), code: member('code'), error: member('error') };
}

function present(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
