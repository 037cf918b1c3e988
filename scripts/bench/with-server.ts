import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { FromServer, SentRequest, ToServer } from './server.ts';

export interface BenchServer {
  readonly origins: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly people: number;
  readonly now: Date;
  /** What has been asked since the last call. */
  requests(): Promise<readonly SentRequest[]>;
}

/** Runs `work` against a sandbox in a process of its own and stops it afterwards. */
export async function withServer<T>(slug: string, size: number, work: (server: BenchServer) => Promise<T>): Promise<T> {
  const child = fork(new URL('server.ts', import.meta.url), [slug, String(size)], {
    execArgv: ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning'],
  });
  const next = async (): Promise<FromServer> => ((await once(child, 'message')) as [FromServer])[0];
  try {
    const ready = await next();
    if (ready.kind !== 'ready') throw new TypeError('the server did not start');
    return await work({
      ...ready,
      now: new Date(ready.now),
      async requests() {
        child.send({ kind: 'requests' } satisfies ToServer);
        const answer = await next();
        return answer.kind === 'requests' ? answer.requests : [];
      },
    });
  } finally {
    child.send({ kind: 'stop' } satisfies ToServer);
    await once(child, 'exit');
  }
}
