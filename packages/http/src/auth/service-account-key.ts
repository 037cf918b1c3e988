import { ConfigError } from '@rollcall/core';

/** What a downloaded key file says of a service account. The address in it is left out: it could lead anywhere. */
export interface ServiceAccountKey {
  readonly issuer: string;
  readonly privateKey: string;
  readonly id: string | undefined;
}

/** What is said where it is none. */
export interface KeyRefusal {
  /** Name of the config field. */
  readonly field: string;
  readonly vendor: string;
  /** The step of the set-up that makes the file. */
  readonly hint?: string | undefined;
}

/**
 * Reads the JSON key file of a service account, as a customer pastes it (`multiline` field).
 * @throws ConfigError `config_invalid`. Nothing of what was entered is repeated, as a parser's own message would.
 */
export function serviceAccountKey(text: string, { field, vendor, hint }: KeyRefusal): ServiceAccountKey {
  const { client_email: issuer, private_key: privateKey, private_key_id: id } = parsed(text);
  if (isText(issuer) && isText(privateKey)) return { issuer, privateKey, id: isText(id) ? id : undefined };
  const problems = [{ field: `config.${field}`, problem: 'is not the JSON file of a service account key' }];
  throw new ConfigError({ vendor, problems, hint });
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
