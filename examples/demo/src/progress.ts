import type { RunProgress } from '@rollcall/core';
import { screen } from './screen.ts';

/** A bar while something reads or applies. */
export async function withProgress<T>(
  total: number,
  work: (onProgress: (progress: RunProgress) => void) => Promise<T>,
): Promise<T> {
  const bar = screen.progress('working', total);
  try {
    return await work((progress) => {
      if (progress.phase === 'reading') bar.update(progress.records);
    });
  } finally {
    bar.stop();
  }
}
