import type { Operation } from '../documents/operations.ts';
import type { SeenRequest } from '../traffic/exchange.ts';

export interface FoundOperation {
  readonly operation: Operation;
  /** What stood in the `{…}` parts, decoded. */
  readonly params: ReadonlyMap<string, string>;
}

/** The operation of a request: a document of its host goes first, then the one that fixes most of the path. */
export function findOperation(
  operations: readonly Operation[],
  request: SeenRequest,
  path = request.path,
): FoundOperation | undefined {
  const { host } = new URL(request.origin);
  const [best] = operations
    .filter((operation) => operation.method === request.method && operation.path.test(path))
    .map((operation) => ({ operation, here: operation.hosts.some((expression) => expression.test(host)) }))
    .sort((a, b) => Number(b.here) - Number(a.here) || a.operation.pathNames.length - b.operation.pathNames.length);
  if (best === undefined) return undefined;
  const values = best.operation.path.exec(path)?.slice(1) ?? [];
  return {
    operation: best.operation,
    params: new Map(best.operation.pathNames.map((name, index) => [name, decoded(values[index] ?? '')])),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path of an undeclared operation without what may be somebody's id. */
export function withoutIds(path: string): string {
  return path
    .split('/')
    .map((part) => (/^v\d+(?:[._]\d+)*$/i.test(part) || !/\d|@|%/.test(part) ? part : '*'))
    .join('/');
}
