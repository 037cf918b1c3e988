import { PermissionError, RollcallError, unproven, valueAt, type Completeness, type ReadContext } from '@rollcall/core';
import { cursorPages, lookUps, mapPages, orGone, rowsByOwner } from '@rollcall/http';
import { contractsScope, manifest } from './manifest.ts';
import { Company, Contract, Introspection, Page } from './schema.ts';

type Context = ReadContext<typeof manifest>;

const ofKind = ['employmentType', 'employmentTypeLabel'] as const;
const message = `PayFit shows nobody's contract, so nobody can be told to be working or to have left: the key needs ${contractsScope}`;

/**
 * Everybody in the company of the key: people who left, administrators without a contract and hires to come included.
 * Source: https://developers.payfit.io/reference/get_collaborators (2026-11).
 */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { company_id: companyId, scope } = await introspect(context);
  const toRecord = await lookUp(context, companyId);
  // Without the scope they are absent or empty for everybody; where the key has it, an empty list says that there are none.
  const least = scope?.includes(contractsScope) === true ? 0 : 1;
  const seen = { lastPage: 0, contracts: false };
  const end = yield* mapPages(pagesOf(context, companyId, 'collaborators'), (page) => {
    seen.lastPage = page.length;
    seen.contracts ||= page.some((person) => Number(valueAt(person, 'contracts.length') ?? -1) >= least);
    return page.map(toRecord);
  });
  // A token says that there are more people, and whoever made the key is one of them.
  if (seen.lastPage === 0) return unproven('the last page came without people');
  if (seen.contracts) return end;
  throw new PermissionError({ vendor: manifest.slug, permission: contractsScope, message });
}

/** One person; `null` when PayFit does not know the id. */
export async function get(context: Context, collaboratorId: string): Promise<unknown> {
  const params = { companyId: (await introspect(context)).company_id, collaboratorId };
  const person = await orGone(context.http.get('/companies/{companyId}/collaborators/{collaboratorId}', { params }));
  return person === null ? null : (await lookUp(context, params.companyId))(person);
}

/** Finds out which company the key opens. JSON is what PayFit documents; it has been seen refused and a form taken (2026-09). */
async function introspect({ http, config: { apiKey: token } }: Context) {
  const ask = (body: object) => http.post('https://oauth.payfit.com/introspect', { ...body, schema: Introspection });
  return ask({ json: { token } }).catch((error: unknown) => {
    if (RollcallError.isInstance(error) && (error.status === 400 || error.status === 415)) return ask({ form: { token } });
    throw error;
  });
}

/** Reads what is said of people elsewhere: the company, the contracts. */
async function lookUp(context: Context, companyId: string): Promise<(person: unknown) => object> {
  const read = () => context.http.get('/companies/{companyId}', { params: { companyId }, schema: Company });
  const { company } = await lookUps(context, { company: { name: 'The company', fields: ['legalEntity', ...ofKind], read } });
  // The French list is the other one and says of what kind each contract is.
  const french = company?.country === 'FR' ? await readContracts(context, companyId, 'contracts-fr') : undefined;
  const contracts = french ?? (await readContracts(context, companyId, 'contracts'));
  return (person) => ({ person, contracts, company: { ...company, id: companyId } });
}

async function readContracts(context: Context, companyId: string, list: 'contracts' | 'contracts-fr') {
  const read = () => rowsByOwner(pagesOf(context, companyId, list), Contract, ({ collaboratorId }) => collaboratorId);
  return (await lookUps(context, { rows: { name: `/${list} (contracts:read)`, fields: ['jobTitle', ...ofKind], read } })).rows;
}

function pagesOf({ http }: Context, companyId: string, list: 'collaborators' | 'contracts' | 'contracts-fr') {
  return cursorPages(http, `/companies/{companyId}/${list}`, {
    params: { companyId },
    // Else a page has 10 rows, and hires to come are missing.
    query: { maxResults: 50, includeInProgressContracts: true },
    pageParam: 'nextPageToken',
    schema: Page,
    items: (page) => page[list === 'collaborators' ? list : 'contracts'] as readonly unknown[],
    next: ({ meta }) => meta?.nextPageToken,
  });
}
