import { isIban, otherIban } from './iban.ts';
import type { OtherDays } from './other-days.ts';
import type { StandIns } from './stand-ins.ts';
import { isEndOfTime, movedInstant, writtenDay } from './written-days.ts';

export interface OtherTextOptions {
  readonly standIns: StandIns;
  readonly days: OtherDays;
  /** Texts that have a stand-in already. */
  readonly known: ReadonlyMap<string, string>;
  /** Endings of mail domains that stay. */
  readonly endings: readonly string[];
  readonly isInSource: (word: string) => boolean;
  readonly address: (address: string) => string;
  /** Is told what stays. */
  readonly onKept: (text: string) => void;
}

export interface OtherText {
  readonly text: (text: string) => string;
  /** A refusal is the vendor's own sentence. Of it stay the words that the connector's source has, which it may look for. */
  readonly sentence: (text: string) => string;
}

const runs = /[\p{L}\p{M}\p{N}]+/gu;

type Groups = Readonly<Record<string, string | undefined>>;

/** Replaces what stands in a text, each thing by its form. */
export function createOtherText({ standIns, days, known, ...options }: OtherTextOptions): OtherText {
  const pattern = shapes(known);

  const textBy = (value: string, other: (part: string) => string): string =>
    value.replace(pattern, (...found) => shaped(found[0], found.at(-1) as Groups, other));

  const shaped = (whole: string, groups: Groups, other: (part: string) => string): string => {
    if (groups['known'] !== undefined) return known.get(whole.toLowerCase()) ?? whole;
    if (groups['url'] !== undefined) return options.address(whole);
    if (groups['email'] !== undefined) return email(whole);
    if (groups['uuid'] !== undefined) return standIns.uuid(whole);
    if (groups['day'] !== undefined) return days.day(groups['day']) + (groups['time'] ?? '');
    if (groups['ticks'] !== undefined) return whole.replace(groups['ticks'], instant(groups['ticks']));
    if (groups['written'] !== undefined) return writtenDay(whole, days);
    if (groups['iban'] !== undefined && isIban(whole.toUpperCase())) return otherIban(whole.toUpperCase(), standIns);
    if (groups['phone'] !== undefined && /\D/.test(whole)) return standIns.grouped(whole);
    return whole.replace(runs, other);
  };

  const instant = (ticks: string): string => {
    // What stands around it is how dates are written.
    options.onKept('date');
    if (isEndOfTime(ticks, 1)) options.onKept(ticks);
    return movedInstant(ticks, days, 1);
  };

  const run = (part: string): string => {
    const [id] = /^[0-9a-f]{32}/i.exec(part) ?? [];
    if (id !== undefined) return compactUuid(id, standIns) + (part.length > 32 ? run(part.slice(32)) : '');
    if (/^\d+$/.test(part)) return standIns.digits(part);
    return /^\D+$/.test(part) ? standIns.word(part) : standIns.mixed(part);
  };

  const email = (whole: string): string => {
    const at = whole.lastIndexOf('@');
    const domain = whole.slice(at + 1);
    const ending = options.endings.find((one) => domain.toLowerCase().endsWith(`.${one}`));
    if (ending !== undefined) options.onKept(ending);
    const own = ending === undefined ? domain.replace(/\.[^.]+$/, '') : domain.slice(0, -ending.length - 1);
    return `${whole.slice(0, at).replace(runs, run)}@${own.replace(runs, run).replaceAll('.', '-')}.${ending ?? 'example'}`;
  };

  const unlessKnown = (part: string): string => {
    if (!/^\p{L}+$/u.test(part) || !options.isInSource(part)) return run(part);
    options.onKept(part);
    return part;
  };

  return { text: (value) => textBy(value, run), sentence: (value) => textBy(value, unlessKnown) };
}

/** A unique id without its dashes, such as stands before names of what was deleted, is the same one as with them. */
function compactUuid(digits: string, standIns: StandIns): string {
  const dashed = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return standIns.uuid(dashed).replaceAll('-', '');
}

/** What can be told from a text by its form, in the order in which it is looked for. */
function shapes(known: ReadonlyMap<string, string>): RegExp {
  const literals = [...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const parts = [
    ...(literals.length === 0 ? [] : [`(?<known>(?<![\\p{L}\\p{N}])(?:${literals.join('|')})(?![\\p{L}\\p{N}]))`]),
    String.raw`(?<url>https?:\/\/[^\s"'<>]+)`,
    String.raw`(?<email>[\p{L}\p{M}\p{N}._%+'\-]+@[\p{L}\p{M}\p{N}\-]+(?:\.[\p{L}\p{M}\p{N}\-]+)+)`,
    String.raw`(?<uuid>(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f]))`,
    String.raw`(?<date>\/Date\((?<ticks>-?\d+))`,
    String.raw`(?<!\d)(?<day>\d{4}-\d{2}-\d{2})(?!\d)(?<time>(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+\-]\d{2}:?\d{2})?)`,
    String.raw`(?<written>(?<!\d)\d{1,2}(?<sep>[.\/\-])\d{1,2}\k<sep>\d{4}(?!\d))`,
    String.raw`(?<iban>(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z0-9]{1,4}){3,8}(?![\p{L}\p{N}]))`,
    String.raw`(?<phone>(?<![\p{L}\p{N}])(?:\+ ?)?\(?\d[\d ().\/\-]{4,}\d(?![\p{L}\p{N}]))`,
    String.raw`(?<run>[\p{L}\p{M}\p{N}]+)`,
  ];
  return new RegExp(parts.join('|'), 'giu');
}
