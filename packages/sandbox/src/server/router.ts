import type { SandboxRoute } from './sandbox-definition.ts';

export interface RouteMatch {
  readonly route: SandboxRoute;
  readonly params: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly route: SandboxRoute;
  readonly expression: RegExp;
}

const noParams: Readonly<Record<string, string>> = Object.freeze({});

/** Finds the route of a request. Fixed paths cost one look-up, the others are tried in their order. */
export function createRouter(
  routes: readonly SandboxRoute[],
  origin: string,
): (method: string, path: string) => RouteMatch | undefined {
  const mine = routes.filter((route) => route.origin === undefined || route.origin === origin);
  const fixed = new Map(
    mine
      .filter(({ path }) => !path.includes('{'))
      .reverse()
      .map((route) => [`${route.method} ${route.path}`, { route, params: noParams }]),
  );
  const patterns: readonly Pattern[] = mine
    .filter(({ path }) => path.includes('{'))
    .map((route) => ({ route, expression: toExpression(route.path) }));
  return (method, path) => fixed.get(`${method} ${path}`) ?? matchPattern(patterns, method, path);
}

function matchPattern(patterns: readonly Pattern[], method: string, path: string): RouteMatch | undefined {
  for (const { route, expression } of patterns) {
    const groups = route.method === method ? expression.exec(path)?.groups : undefined;
    if (groups !== undefined)
      return { route, params: Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)])) };
  }
  return undefined;
}

function toExpression(path: string): RegExp {
  const parts = path.split(/\{(\w+)\}/);
  return new RegExp(
    `^${parts.map((part, index) => (index % 2 === 0 ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : `(?<${part}>[^/]+?)`)).join('')}$`,
  );
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
