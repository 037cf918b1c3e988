import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { withServer } from '../bench/with-server.ts';
import type { ReadFigures, ReadTask } from './read-child.ts';

// Peak memory of one read of a large company, each vendor in a process of its own, its sandbox in another.
const { values } = parseArgs({
  options: {
    /** Repeatable; default: the second wave's joins, histories and XML. */
    only: { type: 'string', multiple: true, default: ['workday', 'successfactors', 'fourth', 'afas'] },
    people: { type: 'string', default: '100000' },
  },
});

const size = Number(values.people);
process.stdout.write('connector | people | outcome | requests | seconds | MiB before | MiB at the peak\n');
for (const slug of values.only) {
  process.stderr.write(`${slug}: reading ${values.people} people …\n`);
  const { people, outcome, requests, seconds, idleMiB, peakMiB } = await measure(slug);
  const cells = [slug, people, outcome, requests, Math.round(seconds), Math.round(idleMiB), Math.round(peakMiB)];
  process.stdout.write(`${cells.join(' | ')}\n`);
}

function measure(slug: string): Promise<ReadFigures> {
  return withServer(slug, size, async ({ origins, config, now }) => {
    const child = fork(new URL('read-child.ts', import.meta.url), [], {
      execArgv: ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning'],
    });
    const ended = once(child, 'exit');
    child.send({ slug, origins, config, now: now.toISOString() } satisfies ReadTask);
    const answer = await Promise.race([once(child, 'message'), ended]);
    await ended;
    if (typeof answer[0] !== 'object') throw new TypeError(`the read of ${slug} ended without figures`);
    return answer[0] as ReadFigures;
  });
}
