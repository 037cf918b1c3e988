import { basicHeader } from './basic.ts';

/** How the client proves itself at a token endpoint: id and secret in the form, in a JSON body, or as HTTP Basic. */
export type ClientStyle = 'form' | 'json' | 'basic';

export interface OAuthClient {
  readonly id: string;
  /** Left out by public clients. */
  readonly secret?: string | undefined;
}

/** Headers and body of a token request. Undefined values are left out. */
export function tokenRequest(
  style: ClientStyle,
  { id, secret }: OAuthClient,
  grant: Readonly<Record<string, string | undefined>>,
): {
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Record<string, string>;
  readonly json?: Record<string, string>;
} {
  if (style === 'basic') {
    // RFC 6749, 2.3.1: id and secret are form-encoded before they are joined.
    const username = encodeURIComponent(id);
    return {
      headers: { authorization: basicHeader({ username, password: encodeURIComponent(secret ?? '') }) },
      form: given(grant),
    };
  }
  const body = given({ ...grant, client_id: id, client_secret: secret });
  return style === 'json' ? { json: body } : { form: body };
}

function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
