import { bodyOf, json, type SandboxAnswer } from '@rollcall/sandbox';

type Wire = Readonly<Record<string, unknown>>;

/** A category that may not be read is missing from every form of a record, without a word. Here: Lifecycle. */
export function withoutLifecycle(answer: SandboxAnswer): SandboxAnswer {
  const body = bodyOf(answer) as Wire;
  const { employees } = body;
  return json(answer.status, Array.isArray(employees) ? { employees: employees.map((each: Wire) => strip(each)) } : strip(body));
}

function strip(record: Wire): Wire {
  const kept = Object.entries(record).filter(([key]) => key !== 'internal' && !key.startsWith('/internal/'));
  return Object.fromEntries(kept.map(([key, value]) => [key, key === 'humanReadable' ? strip(value as Wire) : value]));
}
