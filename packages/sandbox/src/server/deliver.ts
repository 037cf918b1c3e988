import type { ServerResponse } from 'node:http';
import type { Faulted } from './fault.ts';

/** Puts an answer on the wire: whole, cut in the middle of its body, or never. */
export function deliver(response: ServerResponse, { answer, delivery }: Faulted): void {
  if (delivery === 'held') return;
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  if (delivery === 'whole') {
    response.end(body);
    return;
  }
  // Destroyed only once the half is out, else the client might see no answer at all.
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end(() => response.destroy()));
}
