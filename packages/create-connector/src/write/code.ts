import type { Path } from '../answers.ts';

/** A text as TypeScript writes it, in single quotes. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return text.includes("'") && !text.includes('"') ? `"${inner}"` : `'${inner.replaceAll("'", "\\'")}'`;
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** A name as a member of an object. */
export function member(name: string): string {
  return identifier.test(name) ? name : quoted(name);
}

/** Reaches into a value: `page.meta?.next`, with `?` where a part may be missing. */
export function reach(from: string, path: Path, optional = false): string {
  return path.reduce((code, name, index) => {
    const maybe = optional && index > 0;
    if (identifier.test(name)) return `${code}${maybe ? '?.' : '.'}${name}`;
    return `${code}${maybe ? '?.' : ''}[${quoted(name)}]`;
  }, from);
}

/** Marks what somebody has to look at: see `nextStep` of `@rollcall/testing`. */
export function marker(text: string): string {
  return `TODO(rollcall): ${text}`;
}

/** The same as a comment behind a line. */
export function marked(text: string): string {
  return ` // ${marker(text)}`;
}

const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
    'function if implements import in interface instanceof let new null package private protected public return static super switch ' +
    'this throw true try typeof undefined var void while with yield ' +
    // What the written files import or declare themselves.
    'apiKey basic bearer clientCredentials authorizationCode jwtAssertion samlAssertion sessionLogin defineConnector manifest list auth ' +
    'toEmployee project describe test errors'
  ).split(' '),
);

/** Would a connector of this name hide a word of the language, or something that its files import? */
export function isReserved(slug: string): boolean {
  return reserved.has(variableOf(slug));
}

/** The name of the connector in code: `acmeHr` of `acme-hr`. */
export function variableOf(slug: string): string {
  return slug.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The name of its record's shape: `AcmeHrEmployee`. */
export function recordOf(slug: string): string {
  const name = slug.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return `${name}Employee`;
}
