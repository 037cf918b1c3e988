/** Runs now, all of it before anybody else's turn, and answers as a database would: later, with throws as rejections. */
export function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
