/** Control characters, and those that turn the direction of writing: neither may reach a terminal or a log from outside. */
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text from outside on one line, as it can be shown safely. */
export function clean(text: string): string {
  return text.replace(unsafe, (character) => (character === '\n' || character === '\t' ? ' ' : '\uFFFD'));
}

/** At most so many characters; what is cut off ends in an ellipsis. */
export function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}

/** Characters as people count them roughly: a letter outside the basic plane is one, wide ones are not told apart. */
export function widthOf(text: string): number {
  return Array.from(text).length;
}
