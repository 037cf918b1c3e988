import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { WireRequest } from '../wire/send-once.ts';

/** Sockets for single requests that stand outside a read; each closes with its answer. */
export function oneShotAgent(): WireRequest['agent'] {
  return { http: new HttpAgent({ keepAlive: false }), https: new HttpsAgent({ keepAlive: false }) };
}
