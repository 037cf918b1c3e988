import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest, type SandboxState } from './answer-request.ts';
import { deliver } from './deliver.ts';
import { createRouter } from './router.ts';

/** One of the vendor's origins on a port of the loopback interface. */
export interface Port {
  /** `http://127.0.0.1:41231` */
  readonly address: string;
  close(): Promise<void>;
}

export async function openPort(state: SandboxState, origin: string, latencyMs: number): Promise<Port> {
  const find = createRouter(state.definition.routes, origin);
  const respond = (incoming: IncomingMessage, response: ServerResponse, body: string): void => {
    const { method = 'GET', url = '/' } = incoming;
    // Node joins repeated headers with commas; only set-cookie stays a list, which no client sends.
    const headers = incoming.headers as Readonly<Record<string, string>>;
    const given = answerRequest(state, find, { method, origin, url, headers, body });
    if (latencyMs === 0) deliver(response, given);
    else setTimeout(deliver, latencyMs, response, given);
  };
  const server = createServer({ keepAliveTimeout: 30_000 }, (incoming, response) => {
    withBody(incoming, (body) => {
      respond(incoming, response, body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Most requests have no body: they are answered without waiting for its end. */
function withBody(incoming: IncomingMessage, then: (body: string) => void): void {
  const { headers } = incoming;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
    then('');
    return;
  }
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    then(Buffer.concat(chunks).toString());
  });
}
