/** A link of a page, and the line it stands in. */
export interface MarkdownLink {
  readonly target: string;
  readonly line: number;
}

const link = /\]\(<?(?<inline>[^()\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s*(?<reference>\S+)/gm;

/** Every link of a page; what stands in code is none. */
export function linksOf(page: string): readonly MarkdownLink[] {
  const text = withoutFences(page).replaceAll(/`[^`\n]+`/g, blank);
  return [...text.matchAll(link)].map(({ index, groups }) => ({
    target: groups?.inline ?? groups?.reference ?? '',
    line: text.slice(0, index).split('\n').length,
  }));
}

/** The anchors of a page, as they are made of headings where pages are shown. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const text = withoutFences(page);
  const found = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const slug = slugOf(heading);
    const count = found.get(slug) ?? 0;
    found.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${String(count)}`);
  }
  for (const [, id = ''] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

function slugOf(heading: string): string {
  const shown = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]|(?<!\w)_|_(?!\w)/g, '');
  return shown
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}

/** Lines stay where they are. */
function withoutFences(text: string): string {
  return text.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, blank);
}

function blank(code: string): string {
  return code.replaceAll(/[^\n]/g, ' ');
}
