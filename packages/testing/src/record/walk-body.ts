import type { Body } from '../replay/exchange.ts';

type Value = string | number | boolean | null;

/** One value of an answer, and where it stands: `$.data[].status`, or `/Envelope/Body/Person/@id` in XML. */
export interface Leaf {
  readonly path: string;
  readonly value: Value;
}

export interface Walk {
  readonly leaf: (leaf: Leaf) => Value;
  readonly key?: (key: string) => string;
  /** Sees every object, list and element. */
  readonly node?: (path: string, type: 'object' | 'list' | 'element') => void;
}

/** A copy of an answer with other values (and keys). JSON and XML inside of a text are walked as what they are. */
export function mapBody(body: Body, walk: Walk, path = '$'): Body {
  if (typeof body === 'string') return mapText(body, walk, path);
  if (typeof body !== 'object' || body === null) return walk.leaf({ path, value: body });
  walk.node?.(path, isList(body) ? 'list' : 'object');
  if (isList(body)) return body.map((item) => mapBody(item, walk, `${path}[]`));
  const { key = (name: string) => name } = walk;
  return Object.fromEntries(
    Object.entries(body).map(([name, child]) => [key(name), mapBody(child, walk, `${path}.${stepOf(name)}`)]),
  );
}

/** Visits every value of an answer. */
export function eachLeaf(body: Body, visit: (leaf: Leaf) => void, onKey?: (key: string) => void, onNode?: Walk['node']): void {
  const leaf = (found: Leaf): Value => {
    visit(found);
    return found.value;
  };
  const key = (name: string): string => {
    onKey?.(name);
    return name;
  };
  mapBody(body, { leaf, key, ...(onNode !== undefined && { node: onNode }) });
}

function isList(body: object): body is readonly Body[] {
  return Array.isArray(body);
}

/** Names of members that the vendor thought of; `*` for those that are data themselves, such as ids. */
export function stepOf(key: string): string {
  return isName(key) ? key : '*';
}

/** Does a key look like a name that a programmer gave? */
export function isName(key: string): boolean {
  return /^[@$#_/]?[A-Za-z][\w.$:/-]{0,79}$/.test(key) && !/\d{4,}/.test(key) && !/^[0-9a-f-]{32,}$/i.test(key);
}

function mapText(text: string, walk: Walk, path: string): string | Body {
  const trimmed = text.trim();
  if (/^<[?!a-z]/i.test(trimmed) && trimmed.endsWith('>')) return mapXml(text, walk, path === '$' ? '' : path);
  if (path !== '$' && /^[[{]/.test(trimmed)) {
    const inner = parse(trimmed);
    if (inner !== undefined) return JSON.stringify(mapBody(inner, walk, path));
  }
  return walk.leaf({ path, value: text });
}

function parse(text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}

const markup =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g;
const attribute = /([^\s=]+)(\s*=\s*)("([^"]*)"|'([^']*)')/g;

/** Elements by local name: vendors change prefixes. Comments are left out. */
function mapXml(text: string, walk: Walk, prefix: string): string {
  const open: string[] = [];
  const here = (name?: string): string => [prefix, ...open, ...(name === undefined ? [] : [name])].join('/');
  const valueOf = (raw: string, path: string): string => {
    const value = decodeEntities(raw);
    if (value.trim() === '') return raw;
    const [before, after] = [/^\s*/.exec(value)?.[0] ?? '', /\s*$/.exec(value)?.[0] ?? ''];
    const mapped = mapText(value.trim(), walk, path);
    return encodeEntities(`${before}${typeof mapped === 'string' ? mapped : JSON.stringify(mapped)}${after}`);
  };
  return text.replace(markup, (...found) => {
    const [whole, data, closing, name, attributes, content] = found as (string | undefined)[];
    if (data !== undefined) return valueOf(encodeEntities(data), here());
    if (content !== undefined) return valueOf(content, here());
    if (name === undefined) return (whole ?? '').startsWith('<!--') ? '' : (whole ?? '');
    if (closing === '/') {
      open.pop();
      return whole ?? '';
    }
    open.push(localName(name));
    walk.node?.(here(), 'element');
    const mapped = (attributes ?? '').replace(attribute, (...parts) => {
      const [all, label = '', equals = '=', , double, single] = parts as (string | undefined)[];
      if (/^xmlns(?::|$)/.test(label)) return all ?? '';
      return `${label}${equals}"${valueOf(double ?? single ?? '', here(`@${localName(label)}`))}"`;
    });
    if ((attributes ?? '').endsWith('/')) open.pop();
    return `<${name}${mapped}>`;
  });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

function encodeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
