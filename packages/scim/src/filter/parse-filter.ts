import { parse, type Filter as ParsedFilter } from 'scim2-parse-filter';
import { badRequest } from '../scim-error.ts';

export type Filter = ParsedFilter;

// Longer and deeper than anybody writes; bounded so that a hostile one is refused before it costs anything.
const longest = 4_000;
const deepest = 20;
const mostTerms = 100;

const literal = /"(?:[^"\\]|\\.)*"/g;

/**
 * Reads a filter (RFC 7644 §3.4.2.2).
 * @throws ScimError 400 `invalidFilter`
 */
export function parseFilter(text: string): Filter {
  if (text.length > longest) throw invalid(`is longer than ${String(longest)} characters`);
  const values: unknown[] = [];
  // The grammar is the library's; texts are read by JSON.parse, which also knows escapes that the library leaves as they are.
  const bare = text.replaceAll(literal, (quoted) => {
    values.push(readLiteral(quoted));
    return `"${String(values.length - 1)}"`;
  });
  if (bare.replaceAll(/"\d+"/g, '').includes('"')) throw invalid('holds a text that does not end');
  if (depthOf(bare) > deepest) throw invalid('is nested too deeply');
  if (bare.split(/\s(?:and|or)\s/i).length > mostTerms) throw invalid(`has more than ${String(mostTerms)} conditions`);
  try {
    return withLiterals(parse(withPartsInside(bare)), values);
  } catch {
    throw invalid('cannot be read');
  }
}

const partOutside = /\[([^[\]]*)\]\.([\w$-]+)\s+(?:(pr)(?!\w)|(\w\w)\s+("\d+"|[^\s()]+))/gi;

/** Entra asks for `emails[type eq "work"].value eq "x"`, which the grammar of filters does not know: both conditions on one element. */
function withPartsInside(bare: string): string {
  return bare.replaceAll(partOutside, (_whole, inner: string, part: string, present?: string, op?: string, value?: string) => {
    const condition = present === undefined ? `${part} ${op ?? ''} ${value ?? ''}` : `${part} pr`;
    return `[(${inner}) and ${condition}]`;
  });
}

function readLiteral(quoted: string): unknown {
  try {
    return JSON.parse(quoted);
  } catch {
    throw invalid('holds a text that is no JSON string');
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let greatest = 0;
  for (const character of text) {
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    greatest = Math.max(greatest, depth);
  }
  return greatest;
}

function withLiterals(filter: Filter, values: readonly unknown[]): Filter {
  switch (filter.op) {
    case 'and':
    case 'or':
      return { ...filter, filters: filter.filters.map((inner) => withLiterals(inner, values)) };
    case 'not':
      return { ...filter, filter: withLiterals(filter.filter, values) };
    case '[]':
      return { ...filter, valFilter: withLiterals(filter.valFilter, values) };
    case 'pr':
      return filter;
    default:
      return typeof filter.compValue === 'string' ? { ...filter, compValue: values[Number(filter.compValue)] as string } : filter;
  }
}

function invalid(why: string) {
  return badRequest('invalidFilter', `the filter ${why}`);
}
