import { listAt, textAt, type Json } from './json.ts';

/** The first server of a document that is a whole https address; `{name}` in its host stays what it is. */
export function nearestBase(root: Json): string | undefined {
  const urls = listAt(root, 'servers').map((server) => textAt(server, 'url')?.replace(/\/+$/, ''));
  return urls.find((url) => url !== undefined && isBaseUrl(url));
}

/** `https://api.vendor.com/v2` or `https://{company}.vendor.com`: no port, no query, no credentials. */
export function isBaseUrl(url: string): boolean {
  return /^https:\/\/(?:\{[a-z][a-zA-Z0-9]*\}\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*(?:\/[\w.~-]+)*$/.test(url);
}
