import { json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { answers, failed, notSupported } from './answers.ts';
import { employersOf, employmentsOf, furtherFields, unitsOf, type Row } from './rows.ts';

const stock = ({ twin }: SandboxCompany): readonly Row[] => twin.people.flatMap((person) => employmentsOf(person, twin));

const copy = ({ twin }: SandboxCompany): readonly Row[] =>
  twin.people.flatMap((person) =>
    employmentsOf(person, twin).map((row) => ({ ...row, ...furtherFields(person, twin, row['FunctionId'] !== 'FUN') })),
  );

const getConnectors: Readonly<Record<string, (company: SandboxCompany) => readonly Row[]>> = {
  Profit_Employees: stock,
  Rollcall_Employees: copy,
  Profit_OrganizationChart: ({ twin }) => unitsOf(twin),
  Profit_Employers: ({ twin }) => employersOf(twin),
};

const rowsOf = (id: string, company: SandboxCompany): readonly Row[] | undefined =>
  getConnectors[id] && company.cached(`rows ${id}`, () => getConnectors[id]?.(company) ?? []);

/** What the token may read. */
export function metainfo(): SandboxAnswer {
  const connectors = Object.keys(getConnectors).map((id) => ({ id, description: id.replace('_', ' ') }));
  const info = { envid: 'O10417AA', appName: 'Rollcall', group: 'ROLLCALL', tokenExpiry: '0' };
  return json(200, { updateConnectors: [], getConnectors: connectors, customConnectors: [], info });
}

export function fields({ params }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const id = params['id'] ?? '';
  const [row] = rowsOf(id, company) ?? [];
  if (row === undefined) return notSupported;
  const described = Object.keys(row).map((name, index) => ({
    id: name,
    fieldId: `U${String(index + 1).padStart(3, '0')}`,
    dataType: /Date|Start|End$/.test(name) ? 'date' : 'string',
    label: name,
    length: 50,
    controlType: 1,
    decimals: 0,
    decimalsFieldId: '',
  }));
  return json(200, { name: id, description: id, fields: described });
}

/** By default 100 rows. `skip` and `take` are -1 together, for everything. */
export function rows(id: string, query: URLSearchParams, company: SandboxCompany): SandboxAnswer {
  const all = rowsOf(id, company);
  if (all === undefined) return notSupported;
  const skip = Number(query.get('skip') ?? 0);
  const take = Number(query.get('take') ?? 100);
  if (Math.min(skip, take) < 0 && (skip !== -1 || take !== -1)) return answers.serverError;
  const columns = Object.keys(all[0] ?? {});
  const orderBy = (query.get('orderbyfieldids') ?? '').split(',').filter((name) => name !== '');
  const filterBy = (query.get('filterfieldids') ?? '').split(',').filter((name) => name !== '');
  const unknown = [...orderBy, ...filterBy].find((name) => !columns.includes(name.replace(/^-/, '')));
  if (unknown !== undefined && all.length > 0) return failed(500, `Connector field '${unknown}' not found`);
  const chosen = filterBy.length === 0 ? all : all.filter((row) => fits(row, filterBy, query));
  if (columns.length * Math.min(take < 0 ? chosen.length : take, chosen.length) > 150_000) return failed(500, 'Out of memory');
  const sorted = company.cached(`sorted ${id} ${orderBy.join()} ${filterOf(query)}`, () => written(chosen, orderBy));
  const page = take < 0 ? sorted : sorted.slice(skip, skip + take);
  return raw(200, `{"skip":${String(skip)},"take":${String(take)},"rows":[${page.join(',')}]}`);
}

/** Without an order the database takes any; here it is never the one that somebody hopes for. */
function written(chosen: readonly Row[], orderBy: readonly string[]): readonly string[] {
  const compare = (a: Row, b: Row): number => {
    const name = orderBy.find((each) => a[each] !== b[each]);
    return name === undefined ? 0 : String(a[name] ?? '') < String(b[name] ?? '') ? -1 : 1;
  };
  return (orderBy.length === 0 ? chosen.toReversed() : chosen.toSorted(compare)).map((row) => JSON.stringify(row));
}

const filterOf = (query: URLSearchParams): string =>
  ['filterfieldids', 'filtervalues', 'operatortypes'].map((name) => query.get(name)).join('|');

/** A comma between conditions means that all must be met; 1 is equal, 2 is greater or equal. */
function fits(row: Row, names: readonly string[], query: URLSearchParams): boolean {
  const values = (query.get('filtervalues') ?? '').split(',');
  const operators = (query.get('operatortypes') ?? '').split(',');
  return names.every((name, index) => {
    const found = String(row[name] ?? '');
    const wanted = values[index] ?? '';
    return operators[index] === '2' ? found >= wanted : found === wanted;
  });
}
