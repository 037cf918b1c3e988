import type { Manifest } from '@rollcall/core';

type Endpoints = Pick<Manifest, 'endpoints'>;

/** Method and path template of a request; empty for one that none of them fits. Of several the one that says most of the path. */
export function endpointOf(
  { endpoints }: Endpoints,
  method: string,
  path: string,
  among: readonly string[] = [...endpoints.reads, ...(endpoints.tokens ?? [])],
): string {
  const given = (path.split('?')[0] ?? '').split('/');
  const fitting = among.filter((endpoint) => {
    const [verb, steps] = partsOf(endpoint);
    return (method === '' || verb === method) && fits(steps, given);
  });
  return (
    fitting.sort((one, other) => literal(other) - literal(one) || partsOf(other)[1].length - partsOf(one)[1].length)[0] ?? ''
  );
}

/** Is this where one logs in? */
export function isTokenRequest(manifest: Endpoints, method: string, path: string): boolean {
  return endpointOf(manifest, method, path, manifest.endpoints.tokens ?? []) !== '';
}

/** The steps of an endpoint's path, without the empty one before the first slash. */
export function stepsOf(endpoint: string): readonly string[] {
  return endpoint === '' ? [] : partsOf(endpoint)[1];
}

/** Stands a value there? */
export function isPlace(step: string): boolean {
  return step.includes('{');
}

function partsOf(endpoint: string): readonly [string, readonly string[]] {
  const [verb = '', ...template] = endpoint.split(' ');
  return [verb, (template.join(' ').split('?')[0] ?? '').split('/').slice(1)];
}

function literal(endpoint: string): number {
  return endpoint.replace(/\{[^}]*\}/g, '').length;
}

/** From its end: the path of the base address stands before it. */
function fits(steps: readonly string[], given: readonly string[]): boolean {
  return steps.length <= given.length && steps.every((step, index) => fitsStep(step, given.at(index - steps.length) ?? ''));
}

function fitsStep(step: string, segment: string): boolean {
  if (!isPlace(step)) return step === segment || encodeURIComponent(step) === segment;
  const source = step.split(/\{[^}]*\}/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return segment !== '' && new RegExp(`^${source.join('.+')}$`).test(segment);
}
