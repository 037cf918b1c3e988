import type { PagingDetails, Path } from '../answers.ts';
import type { PagingKind } from '../kinds.ts';
import { plainName } from './dictionary.ts';
import type { Document } from './document.ts';
import type { ListCandidate } from './find-lists.ts';
import { listAt, memberOf, textAt, type Json } from './json.ts';

const cursors = [
  'cursor',
  'pagetoken',
  'nextpagetoken',
  'pagecursor',
  'nextcursor',
  'after',
  'startingafter',
  'continuationtoken',
  'continuation',
  'nexttoken',
  'next',
];
const pages = ['page', 'pagenumber', 'pageno', 'pageindex', 'p'];
const offsets = ['offset', 'skip', 'start', 'startindex', 'from'];
const limits = ['limit', 'perpage', 'pagesize', 'size', 'count', 'maxresults', 'top', 'take', 'first', 'max'];
const nextCursors = [
  'nextcursor',
  'nextpagetoken',
  'cursor',
  'nexttoken',
  'continuationtoken',
  'after',
  'endcursor',
  'next',
  'nextpage',
];
const nextLinks = ['next', 'nextlink', 'nexturl', 'nextpageurl', 'nextpage', 'odatanextlink'];
const totals = ['total', 'totalcount', 'totalitems', 'totalresults', 'totalelements', 'count', 'totalrecords'];
const pageTotals = ['totalpages', 'pagecount', 'lastpage', 'pages'];

export interface PagingGuess {
  readonly kind: PagingKind;
  readonly details: PagingDetails;
}

interface Parameter {
  readonly name: string;
  readonly schema: Json | undefined;
}

/** How the list pages, from the names of its query parameters and of what stands beside the records. */
export function guessPaging(document: Document, list: ListCandidate): PagingGuess {
  const parameters = queryOf(document, list);
  const find = (words: readonly string[]): Parameter | undefined => first(words, parameters, ({ name }) => plainName(name));
  const beside = membersBeside(document, list);
  const at = (words: readonly string[], type: RegExp): Path | undefined =>
    first(
      words,
      beside.filter((member) => type.test(member.type)),
      ({ path }) => plainName(path.at(-1) ?? ''),
    )?.path;
  const limit = find(limits);
  const common: PagingDetails = { limitParam: limit?.name, pageSize: sizeOf(limit), total: at(totals, /integer|number/) };
  const nextLink = at(nextLinks, /string/);
  const isLink = beside.some(({ path, format }) => path === nextLink && /^ur[il]/.test(format));

  if (parameters.some(({ name }) => name === '$top' || name === '$skip' || name === '$filter'))
    return { kind: 'odata', details: {} };
  const cursor = find(cursors);
  if (cursor !== undefined && !isLink)
    return { kind: 'cursor', details: { ...common, pageParam: cursor.name, next: at(nextCursors, /string/) } };
  if (isLink) return { kind: 'nextUrl', details: { ...common, next: nextLink } };
  const page = find(pages);
  if (page !== undefined) {
    const firstPage = memberOf(page.schema, 'default') === 0 || memberOf(page.schema, 'minimum') === 0 ? 0 : 1;
    return {
      kind: 'numbered',
      details: { ...common, pageParam: page.name, firstPage, totalPages: at(pageTotals, /integer|number/) },
    };
  }
  const offset = find(offsets);
  if (offset !== undefined) return { kind: 'offset', details: { ...common, pageParam: offset.name } };
  if (hasLinkHeader(document, list)) return { kind: 'linkHeader', details: common };
  return nextLink === undefined ? { kind: 'single', details: {} } : { kind: 'nextUrl', details: { ...common, next: nextLink } };
}

function first<T>(words: readonly string[], among: readonly T[], nameOf: (entry: T) => string): T | undefined {
  for (const word of words) {
    const found = among.find((entry) => nameOf(entry) === word);
    if (found !== undefined) return found;
  }
  return undefined;
}

function queryOf(document: Document, { operation, pathItem }: ListCandidate): readonly Parameter[] {
  return [...listAt(pathItem, 'parameters'), ...listAt(operation, 'parameters')].flatMap((entry) => {
    const parameter = document.resolve(entry);
    const name = textAt(parameter, 'name');
    if (name === undefined || textAt(parameter, 'in') !== 'query' || !/^[\w$.[\]-]{1,60}$/.test(name) || name === '__proto__')
      return [];
    return [{ name, schema: document.plain(memberOf(parameter, 'schema')) }];
  });
}

interface Beside {
  readonly path: Path;
  readonly type: string;
  readonly format: string;
}

/** Members of the answer that are not the list, and one level below: `meta.next_cursor`, `links.next`. */
function membersBeside(document: Document, { answer }: ListCandidate): readonly Beside[] {
  const described = (path: Path, schema: Json): Beside => ({
    path,
    type: document.typeOf(schema) ?? '',
    format: textAt(schema, 'format') ?? '',
  });
  return document.properties(answer).flatMap(({ name, schema }): readonly Beside[] => {
    if (document.typeOf(schema) !== 'object') return [described([name], schema)];
    return document.properties(schema).map((inner) => described([name, inner.name], inner.schema));
  });
}

/** The largest page that is allowed, else the usual one. */
function sizeOf(limit: Parameter | undefined): number {
  for (const word of ['maximum', 'default']) {
    const size = memberOf(limit?.schema, word);
    if (typeof size === 'number' && Number.isSafeInteger(size) && size > 0 && size <= 1000) return size;
  }
  return 100;
}

function hasLinkHeader(document: Document, { operation }: ListCandidate): boolean {
  const response = document.resolve(memberOf(memberOf(operation, 'responses'), '200'));
  const headers = memberOf(response, 'headers');
  return typeof headers === 'object' && headers !== null && Object.keys(headers).some((name) => name.toLowerCase() === 'link');
}
