import { isReserved } from './write/code.ts';
import { isBaseUrl } from './openapi/server-of.ts';

/** What a given answer must look like: true, or what is wrong with it. */
export type Check = (answer: string) => true | string;

const by =
  (form: RegExp, problem: string): Check =>
  (answer) =>
    form.test(answer) || problem;

/** Names end up in code, comments and Markdown: letters, digits, and signs that mean nothing there. */
export const isName = by(
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&'+()-]{0,59}$/u,
  "must be letters, digits, blanks and . & ' + ( ) -, 60 at most",
);
const hasFormOfSlug = by(
  /^(?=.{1,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  'must be lower-case letters, digits and single hyphens, 40 at most',
);
export const isSlug: Check = (answer) =>
  isReserved(answer) ? `is a word of the language or of the kit: take ${answer}-hr` : hasFormOfSlug(answer);
export const isPackageName = by(
  /^(?=.{1,214}$)(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/,
  'must be the name of an npm package',
);
export const isEndpoint = by(
  /^(?:(?:GET|POST) )?\/(?:[A-Za-z0-9._~$()-]|\{[A-Za-z][A-Za-z0-9_]*\}|\/)*$/,
  'must be a path, such as /v1/employees, with POST before it where the vendor wants that',
);
export const isAuthor = by(/^[^\p{Cc}<>`]{1,120}$/u, 'must be a name on one line');

export const isBase: Check = (answer) =>
  isBaseUrl(withoutSlash(answer)) ||
  'must be an https address without port and query, such as https://api.acme.example/v1 or https://{company}.acme.example';

export const isDocs: Check = (answer) => URL.parse(answer)?.protocol === 'https:' || 'must be an https address';

export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** `Acme HR GmbH` to `acme-hr-gmbh`; empty where nothing is left. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words
    .join('-')
    .replace(/^[0-9-]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
