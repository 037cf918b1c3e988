/** Longest delay that Node's timers take; longer ones would fire at once. */
const longestMs = 2 ** 31 - 1;

/** Runs `work` after a delay; the answer cancels it. Never early: Node's timers may fire up to a millisecond too soon. */
export function delayed(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, Math.min(Math.ceil(milliseconds) + 1, longestMs));
  return () => {
    clearTimeout(timer);
  };
}
