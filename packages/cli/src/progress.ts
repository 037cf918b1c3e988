import type { ReadProgress, RunProgress } from '@rollcall/core';
import { SingleBar } from 'cli-progress';
import type { Io } from './io.ts';

/** A moving line on stderr, and nothing where stderr is no terminal. */
export interface Progress {
  readonly reading: (progress: ReadProgress) => void;
  readonly run: (progress: RunProgress) => void;
  readonly stop: () => void;
}

const reading = ' reading: {value} people, {pages} pages, {requests} requests';
const applying = ' carrying out [{bar}] {value}/{total}';

export function createProgress({ stderr }: Pick<Io, 'stderr'>): Progress {
  let bar: SingleBar | undefined;
  let format = '';
  const show = (wanted: string, total: number, value: number, payload: object): void => {
    if (stderr.isTTY !== true) return;
    if (bar === undefined || format !== wanted) {
      bar?.stop();
      format = wanted;
      bar = new SingleBar({ format, stream: stderr, clearOnComplete: true, hideCursor: true, linewrap: false });
      bar.start(total, 0, { pages: 0, requests: 0 });
    }
    bar.setTotal(total);
    bar.update(value, payload);
  };
  const showReading = ({ employees, pages, requests }: ReadProgress): void => {
    show(reading, 0, employees, { pages, requests });
  };
  return {
    reading: showReading,
    run: (progress) => {
      if (progress.phase === 'reading') showReading(progress);
      else if (progress.phase === 'applying') show(applying, Math.max(progress.total, progress.done), progress.done, {});
    },
    stop: () => {
      bar?.stop();
      bar = undefined;
    },
  };
}
