import { bodyOf, json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';

const largest = 100;
const usual = 20;

/** What a list holds, under a name of its own. */
export interface List<Item> {
  readonly name: string;
  readonly items: (company: SandboxCompany) => readonly Item[];
  readonly toJson: (item: Item, company: SandboxCompany) => string;
}

/**
 * One page of a list by number, as `data` and `meta`, made once: people within people make it large. How much a page may
 * hold is not published: never more than 100 here.
 */
export function listPage<Item>({ query }: SandboxRequest, company: SandboxCompany, list: List<Item>): SandboxAnswer {
  const perPage = Math.min(largest, wholeNumber(query.get('limit')) ?? usual);
  const currentPage = wholeNumber(query.get('page')) ?? 1;
  return company.cached(`${list.name} ${String(currentPage)} ${String(perPage)}`, () => {
    const items = company.cached(list.name, () => list.items(company));
    const data = items.slice((currentPage - 1) * perPage, currentPage * perPage).map((item) => list.toJson(item, company));
    const lastPage = Math.max(1, Math.ceil(items.length / perPage));
    const meta = JSON.stringify({ currentPage, lastPage, total: items.length, perPage });
    return raw(200, Buffer.from(`{"data":[${data.join(',')}],"meta":${meta}}`));
  });
}

/** One thing, in the same envelope. */
export function single(data: object): SandboxAnswer {
  return json(200, { data, meta: { currentPage: 1, lastPage: 1, total: 1, perPage: 1 } });
}

/** The same page with nobody on it. */
export function emptyPage(answer: SandboxAnswer): SandboxAnswer {
  return json(answer.status, { ...(bodyOf(answer) as object), data: [] });
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}
