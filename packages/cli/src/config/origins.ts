import { ConfigError } from '@rollcall/core';

/**
 * `https://api.vendor.example=http://127.0.0.1:4100` of `--origin`: where to find a vendor instead.
 * @throws ConfigError for anything that is not two origins
 */
export function readOrigins(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(given.map(readOrigin));
}

function readOrigin(text: string): readonly [string, string] {
  const [vendor, local, ...more] = text.split('=').map(originOf);
  if (vendor?.startsWith('https:') === true && local !== undefined && more.length === 0) return [vendor, local];
  throw new ConfigError({
    problems: [
      {
        field: '--origin',
        problem: "must be a vendor's origin and where to find it instead",
        example: 'https://api.personio.de=http://127.0.0.1:4100',
      },
    ],
  });
}

function originOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && url.origin !== 'null' && url.pathname === '/' && url.search === '' ? url.origin : undefined;
}
