// What Unicode does not take apart.
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/** A word as it is compared: without case, accents, punctuation and blanks. A sign for "number" is that word. */
export function fold(word: string): string {
  const plain = word.replaceAll(/[#№]/g, ' number ').normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return plain.replaceAll(/[ßæœøłđ]/g, (letter) => letters[letter] ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
