import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface LocalServer {
  /** Such as `http://127.0.0.1:40001`. */
  readonly origin: string;
  readonly seen: readonly Seen[];
  /** Sockets that are open at the moment. */
  readonly sockets: ReadonlySet<Socket>;
}

export type Answer = (response: ServerResponse, request: Seen) => void;

/** A real server on a free port, closed with its sockets when the test ends. `answer` is called with the whole request. */
export async function withServer(answer: Answer): Promise<LocalServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const entry = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      seen.push(entry);
      answer(response, entry);
    });
  };
  const server = createServer(listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, sockets };
}

/** Answers as JSON. */
export function json(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Gives one answer after the other; the last one for all further requests. */
export function inTurn(...answers: readonly Answer[]): Answer {
  let index = 0;
  return (response, request) => {
    answers[Math.min(index++, answers.length - 1)]?.(response, request);
  };
}
