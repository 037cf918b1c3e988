import { Agent, request as httpRequest } from 'node:http';
import { onTestFinished } from 'vitest';
import { createTwin, startSandbox, type Sandbox, type SandboxOptions } from '../src/index.ts';
import { acmeSandbox } from './acme-sandbox.ts';

const api = 'https://api.acme.example';

/** A running acme with 100 people on five pages, closed when the test ends. */
export async function startAcme(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(acmeSandbox, { twin: createTwin({ seed: 'acme', size: 100 }), ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export async function logIn(sandbox: Sandbox): Promise<string> {
  const answer = await fetch(`${sandbox.origins['https://login.acme.example'] ?? ''}/token`, {
    method: 'POST',
    body: new URLSearchParams({ key: 'sandbox-key' }),
  });
  return ((await answer.json()) as { readonly token: string }).token;
}

/** A request by a caller who is let in. */
export function ask(sandbox: Sandbox, token: string, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${sandbox.origins[api] ?? ''}${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
}

/** What came of a request, in one word or two: status and body, or the failure. */
export async function outcome(
  sandbox: Sandbox,
  token: string,
  path: string,
): Promise<{ readonly status: number; readonly body: string } | 'failed'> {
  try {
    const answer = await ask(sandbox, token, path, { signal: AbortSignal.timeout(500) });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return 'failed';
  }
}

/** The bytes of an answer that broke off, and the length that was promised. */
export function brokenOff(
  sandbox: Sandbox,
  token: string,
  path: string,
): Promise<{ readonly promised: number; readonly received: number }> {
  return new Promise((resolve, reject) => {
    const url = `${sandbox.origins[api] ?? ''}${path}`;
    const outgoing = httpRequest(url, { agent: new Agent(), headers: { authorization: `Bearer ${token}` } }, (answer) => {
      let received = 0;
      answer.on('data', (chunk: Buffer) => (received += chunk.length));
      answer.on('error', () => {
        resolve({ promised: Number(answer.headers['content-length']), received });
      });
    });
    outgoing.on('error', reject).end();
  });
}
