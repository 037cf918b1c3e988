import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface SentCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path with query. */
  readonly path: string;
  /** JSON; empty for none. */
  readonly body: string;
}

export interface GivenAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends calls over so many connections that stay open, each one after the answer to the one before it, and gives the answers
 * in the order of the calls. It does as little as can be done, so that what is measured is who answers.
 */
export async function sendAll(
  { port, token }: { readonly port: number; readonly token: string },
  calls: readonly SentCall[],
  connections: number,
): Promise<{ readonly answers: readonly GivenAnswer[]; readonly seconds: number }> {
  const texts = calls.map((call) => requestText(call, token));
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(port)));
  const raw: Buffer[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    lines.map(async ({ exchange }) => {
      for (let at = next++; at < texts.length; at = next++) raw[at] = await exchange(texts[at] ?? '');
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const { socket } of lines) socket.destroy();
  return { answers: raw.map(toAnswer), seconds };
}

function requestText({ method, path, body }: SentCall, token: string): string {
  const headers = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'user-agent: Okta SCIM Client 1.0.0',
    'accept: application/scim+json',
    `authorization: Bearer ${token}`,
    ...(body === ''
      ? []
      : ['content-type: application/scim+json; charset=utf-8', `content-length: ${String(Buffer.byteLength(body))}`]),
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

interface Line {
  readonly socket: Socket;
  readonly exchange: (text: string) => Promise<Buffer>;
}

async function openLine(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let waiting: { readonly resolve: (answer: Buffer) => void; readonly reject: (reason: unknown) => void } | undefined;
  let received = Buffer.alloc(0);
  socket.on('data', (part) => {
    received = received.length === 0 ? part : Buffer.concat([received, part]);
    if (!isWhole(received)) return;
    const answer = received;
    received = Buffer.alloc(0);
    waiting?.resolve(answer);
  });
  const lost = (): void => {
    waiting?.reject(new TypeError('the server has closed a connection'));
  };
  socket.on('error', lost).on('close', lost);
  return {
    socket,
    exchange: (text) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(text);
      }),
  };
}

const headEnd = Buffer.from('\r\n\r\n');

function isWhole(received: Buffer): boolean {
  const head = received.indexOf(headEnd);
  if (head === -1) return false;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, head)) ?? [];
  return received.length >= head + headEnd.length + Number(length ?? 0);
}

function toAnswer(received: Buffer): GivenAnswer {
  return { status: Number(received.toString('latin1', 9, 12)), body: received.toString('utf8', received.indexOf(headEnd) + 4) };
}
