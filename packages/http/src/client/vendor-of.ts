import type { HttpClient } from '@rollcall/core';

const vendors = new WeakMap<HttpClient, string>();

/** Remembers whose client it is, for errors that are found beside it (paging). */
export function nameClient(client: HttpClient, vendor: string): void {
  vendors.set(client, vendor);
}

/** Slug of the connector; undefined for a client that was not made here. */
export function vendorOf(client: HttpClient): string | undefined {
  return vendors.get(client);
}
