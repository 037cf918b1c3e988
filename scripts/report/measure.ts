import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Measured } from './measurement.ts';

/** Measures connectors, as many at once as there are cores. */
export async function measureAll(
  slugs: readonly string[],
  onDone: (slug: string, seconds: number) => void,
): Promise<ReadonlyMap<string, Measured>> {
  const results = new Map<string, Measured>();
  const waiting = [...slugs];
  const work = async (): Promise<void> => {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      const start = performance.now();
      results.set(slug, await measureOne(slug));
      onDone(slug, (performance.now() - start) / 1_000);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), slugs.length) }, work));
  return results;
}

async function measureOne(slug: string): Promise<Measured> {
  const child = fork(new URL('measure-child.ts', import.meta.url), [slug], {
    execArgv: ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve) => {
    let measured: Measured = { error: 'the measuring process ended without a word' };
    child.once('message', (message) => {
      measured = message as Measured;
    });
    child.once('exit', () => {
      resolve(measured);
    });
  });
}
