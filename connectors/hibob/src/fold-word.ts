/** `Full-time`, `full_time` and `Full time` are one word. */
export function foldWord(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}
