// One link of the list: its address, then its parameters; commas and semicolons may stand within quotes.
const link = /<([^>]*)>((?:\s*;\s*[^\s=";,]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]*))?)*)/g;
const parameter = /;\s*([^\s=";,]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/g;

/** The target of the first link with the relation `next` in a `Link` header (RFC 8288). */
export function nextLink(header: string | undefined): string | undefined {
  for (const [, target, parameters = ''] of (header ?? '').matchAll(link)) {
    if (relationsOf(parameters).includes('next')) return target;
  }
  return undefined;
}

function relationsOf(parameters: string): string[] {
  for (const [, name, quoted, bare] of parameters.matchAll(parameter)) {
    if (name?.toLowerCase() === 'rel') return (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
  }
  return [];
}
