import { romanise } from './romanise.ts';

/** A name as it is written and as it stands in an e-mail address. */
export interface Name {
  readonly written: string;
  readonly roman: string;
}

/** Names that go together. */
export interface Culture {
  readonly given: readonly [Name, ...Name[]];
  readonly family: readonly [Name, ...Name[]];
  /** Are the names written in Latin letters? */
  readonly latin: boolean;
}

/** Names parted by `|`; where the script is not Latin, `written:roman`. */
export interface NameList {
  readonly given: string;
  readonly family: string;
}

export function toCulture(list: NameList): Culture {
  return { given: toNames(list.given), family: toNames(list.family), latin: !list.given.includes(':') };
}

function toNames(list: string): readonly [Name, ...Name[]] {
  const [first = '', ...others] = list.split('|');
  return [toName(first), ...others.map(toName)];
}

function toName(entry: string): Name {
  const [written = '', roman = romanise(written)] = entry.trim().split(':');
  return { written, roman };
}
