import { bodyOf, json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { badRequest } from './answers.ts';

/** One page of a list: 20 rows unless told otherwise, 100 at most; a larger number is taken for 100. */
export function listPage(request: SandboxRequest, company: SandboxCompany, rows: readonly object[]): SandboxAnswer {
  const asked = request.query.get('pageSize') ?? '20';
  const number = request.query.get('pageNumber') ?? '1';
  if (![asked, number].every((value) => /^[1-9]\d{0,8}$/.test(value))) return badRequest;
  const size = Math.min(Number(asked), 100);
  const key = [request.path, request.query.get('employeeId'), size, number].join('|');
  return company.cached(key, () =>
    raw(200, Buffer.from(JSON.stringify(toPage(request, rows, { number: Number(number), size })))),
  );
}

/** The same page with nobody on it. */
export function emptyPage(answer: SandboxAnswer): SandboxAnswer {
  return json(answer.status, { ...(bodyOf(answer) as object), data: [] });
}

interface Cut {
  readonly number: number;
  readonly size: number;
}

function toPage({ origin, path }: SandboxRequest, rows: readonly object[], { number, size }: Cut): object {
  const totalPages = Math.ceil(rows.length / size);
  const link = (to: number): string => `${origin}${path}?pageNumber=${String(to)}&pageSize=${String(size)}`;
  const pagination = {
    pageNumber: number,
    pageSize: size,
    firstPage: link(1),
    lastPage: link(Math.max(1, totalPages)),
    totalPages,
    totalRecords: rows.length,
    // Documented as an empty text, seen as null.
    nextPage: number < totalPages ? link(number + 1) : null,
    previousPage: number > 1 ? link(number - 1) : '',
  };
  return { pagination, data: rows.slice((number - 1) * size, number * size) };
}
