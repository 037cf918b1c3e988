import { validateHeaderName, validateHeaderValue } from 'node:http';
import { ConfigError } from '@rollcall/core';

type Headers = Readonly<Record<string, string>>;

/**
 * Later ones win, whatever the case of their names.
 * @throws ConfigError `config_invalid` for what cannot be sent in a header, naming the header and not its value;
 * `request_not_allowed` for headers that would change method, host or length.
 */
export function mergeHeaders(vendor: string, ...all: readonly (Headers | undefined)[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const headers of all) {
    for (const [name, value] of Object.entries(headers ?? {})) merged[name.toLowerCase()] = checked(name, value, vendor);
  }
  return merged;
}

// They would change what a request is, or where it goes, behind the wall's back.
const refused = /^(?:host|connection|content-length|transfer-encoding|x-(?:http-)?method(?:-override)?)$/i;

function checked(name: string, value: string, vendor: string): string {
  if (refused.test(name))
    throw new ConfigError({
      code: 'request_not_allowed',
      vendor,
      message: `the header ${name} was refused: it would change the request`,
    });
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return value;
  } catch {
    throw new ConfigError({
      vendor,
      message: `what was entered for ${vendor} cannot be sent: the header ${name} would hold a character that headers do not take`,
      hint: 'Copy the credentials again; a quotation mark or a dash was probably replaced by a typographic one.',
    });
  }
}
