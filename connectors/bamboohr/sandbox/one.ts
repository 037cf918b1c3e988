import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { emptyWithReason } from './answers.ts';
import { columns, companyOf, type Column } from './employee.ts';

const bySingleName = new Map<string, Column>(Object.entries(columns).map(([name, column]) => [column.single ?? name, column]));

/** `GET /api/v1/employees/{id}`: a flat object under other names. Unknown fields are left out; `id` is always there. */
export function one({ params, query }: SandboxRequest, sandboxed: SandboxCompany): SandboxAnswer {
  const person = sandboxed.twin.person(Number(params['id']));
  if (person === undefined) return emptyWithReason(404, 'Employee not found');
  const company = sandboxed.cached('company', () => companyOf(sandboxed.twin));
  const fields = (query.get('fields') ?? 'firstName,lastName').split(',').filter((name) => bySingleName.has(name));
  const shown = ['id', ...fields].map((name) => [name, written(name, bySingleName.get(name)?.value(person, company) ?? null)]);
  return json(200, Object.fromEntries(shown));
}

/** Empty dates come in two spellings. */
function written(name: string, value: string | null): string | null {
  if (value !== null) return value;
  if (name === 'hireDate') return '0000-00-00';
  return name === 'terminationDate' ? '' : null;
}

/** `GET /api/v1/employees/changed`: a map by id, or an empty list. */
export function changed({ query }: SandboxRequest, { twin }: SandboxCompany): SandboxAnswer {
  const since = query.get('since') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}T/.test(since) || Number.isNaN(Date.parse(since))) return emptyWithReason(400, 'Invalid since');
  const found = twin.people.filter(({ updatedAt }) => Date.parse(updatedAt) > Date.parse(since));
  const latest = found.map(({ updatedAt }) => updatedAt).reduce((a, b) => (a > b ? a : b), since);
  const entries = found.map(({ id, updatedAt }) => [id, { id: String(id), action: 'Updated', lastChanged: updatedAt }]);
  return json(200, { latest, employees: entries.length === 0 ? [] : (Object.fromEntries(entries) as object) });
}
