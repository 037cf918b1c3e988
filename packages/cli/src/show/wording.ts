/** At most so many characters; what is cut off ends in an ellipsis. */
export function shortened(text: string, width: number): string {
  if (text.length <= width) return text;
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}

/** `awaiting_confirmation` as people write it. */
export function words(name: string): string {
  return name.replaceAll('_', ' ');
}

/** Enough of a long id or hash to tell it apart, and accepted wherever the whole one is. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
