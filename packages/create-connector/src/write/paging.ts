import type { Answers, Endpoint, PagingDetails, Path } from '../answers.ts';
import type { PagingKind } from '../kinds.ts';
import { marked, member, quoted, reach } from './code.ts';
import { shapeOf } from './shape.ts';

/** What a kind of paging means for the files. */
export interface PagingCode {
  /** The paginator of `@rollcall/http`; null where there is none. */
  readonly call: 'cursorPages' | 'nextUrlPages' | 'linkHeaderPages' | 'numberedPages' | 'offsetPages' | 'odataPages' | null;
  /** Lines of its options beside `schema` and `items`. */
  readonly options: readonly string[];
  /** Members of an answer beside the list of people, by path, with their zod type. */
  readonly members: readonly (readonly [Path, 'text' | 'number'])[];
  readonly pageSize: number | null;
  /** Query of the first and second page, as the recordings have them. */
  readonly queries: readonly (readonly (readonly [string, string | number])[])[];
  /** What the first answer says about the next page. */
  readonly next?: readonly [Path, 'cursor' | 'link'] | undefined;
  readonly hasLinkHeader?: boolean;
  /** What every answer counts, for two people on two pages. */
  readonly counts: readonly Path[];
  /** Only a page that is not full ends the list: a recording needs a full one. */
  readonly endsByFullness?: boolean;
}

export const defaultPath = '/v1/employees';
const guess = (known: unknown, text: string): string => (known === undefined ? marked(text) : '');

type Write = (details: PagingDetails) => Omit<PagingCode, 'counts'>;

const byKind: Readonly<Record<PagingKind, Write>> = {
  cursor({ pageParam, limitParam, pageSize = 100, next, total }) {
    const [cursor, at] = [pageParam ?? 'cursor', next ?? ['next']];
    return {
      call: 'cursorPages',
      options: [
        ...sizeLine(limitParam, pageSize),
        ...(cursor === 'cursor' && pageParam !== undefined
          ? []
          : [`pageParam: ${quoted(cursor)},${guess(pageParam, 'the name of the cursor in the query')}`]),
        `next: (page) => ${reach('page', at, true)},${guess(next, 'where the answer names the next cursor')}`,
        ...totalLine(total),
      ],
      members: [[at, 'text'], ...totalMember(total)],
      pageSize,
      queries: [sizeQuery(limitParam, pageSize), [...sizeQuery(limitParam, pageSize), [cursor, 'c2']]],
      next: [at, 'cursor'],
    };
  },
  nextUrl({ limitParam, pageSize = 100, next, total }) {
    const at = next ?? ['next'];
    return {
      call: 'nextUrlPages',
      options: [
        ...sizeLine(limitParam, pageSize),
        `next: (page) => ${reach('page', at, true)},${guess(next, 'where the answer names the next page')}`,
        ...totalLine(total),
      ],
      members: [[at, 'text'], ...totalMember(total)],
      pageSize,
      queries: [sizeQuery(limitParam, pageSize), [...sizeQuery(limitParam, pageSize), ['page', 2]]],
      next: [at, 'link'],
    };
  },
  linkHeader({ limitParam, pageSize = 100, total }) {
    return {
      call: 'linkHeaderPages',
      options: [...sizeLine(limitParam, pageSize), ...totalLine(total)],
      members: totalMember(total),
      pageSize,
      queries: [sizeQuery(limitParam, pageSize), [...sizeQuery(limitParam, pageSize), ['page', 2]]],
      hasLinkHeader: true,
    };
  },
  numbered({ pageParam, limitParam, pageSize = 100, firstPage = 1, total, totalPages }) {
    const name = pageParam ?? 'page';
    return {
      call: 'numberedPages',
      options: [
        ...sizeLine(limitParam, pageSize),
        ...(pageParam === 'page'
          ? []
          : [`pageParam: ${quoted(name)},${guess(pageParam, 'the name of the page number in the query')}`]),
        ...(firstPage === 1 ? [] : [`firstPage: ${String(firstPage)},`]),
        `pageSize: ${String(pageSize)},`,
        ...totalLine(total),
        ...(totalPages === undefined ? [] : [`totalPages: (page) => ${reach('page', totalPages, true)},`]),
      ],
      members: [...totalMember(total), ...(totalPages === undefined ? [] : ([[totalPages, 'number']] as const))],
      pageSize,
      queries: [firstPage, firstPage + 1].map((page) => [...sizeQuery(limitParam, pageSize), [name, page]] as const),
    };
  },
  offset({ pageParam, limitParam, pageSize = 100, total }) {
    const [offset, limit] = [pageParam ?? 'offset', limitParam ?? 'limit'];
    return {
      call: 'offsetPages',
      options: [
        `pageSize: ${String(pageSize)},${guess(limitParam, 'the largest page that the vendor gives')}`,
        ...(pageParam === 'offset' ? [] : [`offsetParam: ${quoted(offset)},${guess(pageParam, 'its name in the query')}`]),
        ...(limitParam === 'limit' ? [] : [`limitParam: ${quoted(limit)},${guess(limitParam, 'its name in the query')}`]),
        ...totalLine(total),
      ],
      members: totalMember(total),
      pageSize,
      // The second page begins behind the one person of the first.
      queries: [0, 1].map((at) => [[offset, at] as const, [limit, pageSize] as const]),
    };
  },
  odata: ({ pageSize = 100 }) => ({
    call: 'odataPages',
    options: [],
    members: [],
    pageSize,
    queries: [
      [['$count', 'true']],
      [
        ['$count', 'true'],
        ['$skiptoken', 'c2'],
      ],
    ],
    next: [['@odata.nextLink'], 'link'],
  }),
  single: () => ({ call: null, options: [], members: [], pageSize: null, queries: [[]] }),
};

/** Everything that follows from the kind of paging. */
export function pagingCode(answers: Answers): PagingCode {
  const { paging, document, pagingDetails } = answers;
  const isBare = shapeOf(answers).items.length === 0;
  const isCounted = paging === 'numbered' || paging === 'offset';
  // Without a total only a page that is not full ends such a list, and most vendors have one.
  const isGuess = isCounted && !isBare && document === undefined && pagingDetails.total === undefined;
  const details = isGuess ? { ...pagingDetails, total: ['total'] } : pagingDetails;
  const code = byKind[paging](details);
  const counts = isBare ? [] : [details.total, details.totalPages].filter((path) => path !== undefined);
  const endsByFullness = isCounted && counts.length === 0;
  const whole = { ...code, counts, endsByFullness, queries: endsByFullness ? code.queries.slice(0, 1) : code.queries };
  if (isBare) return besideNothing(whole);
  return isGuess ? { ...whole, options: whole.options.map(doubtTotal) } : whole;
}

function doubtTotal(line: string): string {
  return line.startsWith('totalItems: ')
    ? `${line}${marked('where the answer says how many there are; without it, only a page that is not full ends the list')}`
    : line;
}

/** Where the answer is the list itself, nothing can stand beside it. */
function besideNothing({ options, next, queries, ...code }: PagingCode): PagingCode {
  const own = options.filter((line) => !/^(?:totalItems|totalPages): /.test(line));
  return {
    ...code,
    members: [],
    queries: next === undefined ? queries : queries.slice(0, 1),
    options: own.map((line) =>
      line.startsWith('next: ')
        ? `next: () => undefined,${marked('where the vendor names the next page: the answer is a bare list')}`
        : line,
    ),
  };
}

/** The list, or what stands in its place until somebody knows it. */
export function endpointOf({ endpoint }: Answers): Endpoint {
  return endpoint ?? { method: 'GET', path: defaultPath };
}

function sizeLine(limitParam: string | undefined, pageSize: number): readonly string[] {
  return [
    `query: { ${member(limitParam ?? 'limit')}: ${String(pageSize)} },${guess(limitParam, 'how a page of the largest size is asked for')}`,
  ];
}

function sizeQuery(limitParam: string | undefined, pageSize: number): readonly (readonly [string, number])[] {
  return [[limitParam ?? 'limit', pageSize]];
}

function totalLine(total: Path | undefined): readonly string[] {
  return total === undefined ? [] : [`totalItems: (page) => ${reach('page', total, true)},`];
}

function totalMember(total: Path | undefined): readonly (readonly [Path, 'number'])[] {
  return total === undefined ? [] : [[total, 'number']];
}
