import { employeeFields, type EmployeeField, type Manifest } from '@rollcall/core';
import { countOf, type Place, type Shapes } from './shapes-of.ts';

/** One thing that is not as it was recorded. No value of anybody is in it. */
export interface Drift {
  readonly change: 'new' | 'missing' | 'retyped' | 'word';
  readonly endpoint: string;
  /** `$.data[].status`, in XML `/Envelope/Body/Worker/@id`. */
  readonly path: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
  /** How often it was seen: in the recordings where it is missing, else now. */
  readonly count: number;
  /** Employee fields that are read from there. */
  readonly fields: readonly EmployeeField[];
  /** A status or a kind of employment that the connector does not know. */
  readonly word?: string;
}

export interface Comparing {
  readonly manifest: Manifest;
  /** Is it in the connector's source, or in its recordings at this place? */
  readonly knowsWord: (path: string, word: string) => boolean;
  /** Names of people are never shown, wherever they stand. */
  readonly isName: (word: string) => boolean;
}

// What one in ten has may be missing by chance.
const rare = 0.1;

/** What is new, missing or of another type, by endpoint; only endpoints that were asked now and then. */
export function compareShapes(before: Shapes, now: Shapes, comparing: Comparing): readonly Drift[] {
  return [...now].flatMap(([endpoint, places]) => {
    const recorded = before.get(endpoint);
    return recorded === undefined ? [] : compareEndpoint({ endpoint, recorded, places }, comparing);
  });
}

interface Endpoint {
  readonly endpoint: string;
  readonly recorded: ReadonlyMap<string, Place>;
  readonly places: ReadonlyMap<string, Place>;
}

function compareEndpoint({ endpoint, recorded, places }: Endpoint, comparing: Comparing): readonly Drift[] {
  const { manifest } = comparing;
  const found: Drift[] = [];
  const say = (drift: Omit<Drift, 'endpoint' | 'fields'>): void => {
    found.push({ ...drift, endpoint, fields: fieldsAt(manifest, endpoint, drift.path) });
  };
  for (const [path, place] of places) {
    const known = recorded.get(path);
    if (known === undefined) {
      if (isTopmost(path, recorded)) say({ change: 'new', path, was: [], is: typesOf(place), count: countOf(place) });
      continue;
    }
    if (isRetyped(known, place)) say({ change: 'retyped', path, was: typesOf(known), is: typesOf(place), count: countOf(place) });
    for (const [word, count] of newWords({ endpoint, path, known, place }, comparing))
      say({ change: 'word', path, was: [], is: ['word'], count, word });
  }
  for (const [path, place] of recorded) {
    if (places.has(path) || !isTopmost(path, places)) continue;
    const parent = recorded.get(parentOf(path));
    const share = parent === undefined ? 1 : countOf(place) / countOf(parent);
    if (share >= rare) say({ change: 'missing', path, was: typesOf(place), is: [], count: countOf(place) });
  }
  return found;
}

/** Is what it stands in there? Then it is this that differs, and not what is around it. */
function isTopmost(path: string, others: ReadonlyMap<string, Place>): boolean {
  const parent = others.get(parentOf(path));
  return (
    parent !== undefined && ['object', 'list', 'element'].some((type) => parent.types.has(type)) && !isInEmptyList(path, others)
  );
}

function isInEmptyList(path: string, others: ReadonlyMap<string, Place>): boolean {
  return path.endsWith('[]') && !others.has(path) && others.has(parentOf(path));
}

function parentOf(path: string): string {
  if (path.startsWith('/')) return path.slice(0, path.lastIndexOf('/'));
  return path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, path.lastIndexOf('.'));
}

function typesOf({ types }: Place): readonly string[] {
  return [...types.keys()].sort();
}

/** Empty says nothing of a type. */
function isRetyped(known: Place, place: Place): boolean {
  const filled = (one: Place): readonly string[] => typesOf(one).filter((type) => type !== 'null' && type !== 'element');
  return filled(known).length > 0 && filled(place).some((type) => !known.types.has(type));
}

interface Words {
  readonly endpoint: string;
  readonly path: string;
  readonly known: Place;
  readonly place: Place;
}

/** Only where the vendor keeps status or kind of employment, and only where the connector knows the words that were there. */
function newWords({ endpoint, path, known, place }: Words, comparing: Comparing): readonly (readonly [string, number])[] {
  const fields = fieldsAt(comparing.manifest, endpoint, path);
  const isClosed = fields.includes('status') || fields.includes('employmentType');
  const was = [...known.words.keys()];
  if (!isClosed || !was.some((word) => comparing.knowsWord(path, word))) return [];
  return [...place.words].filter(
    ([word]) => !known.words.has(word) && !comparing.knowsWord(path, word) && !comparing.isName(word),
  );
}

/** The employee fields whose place in the manifest is this one, is in it, or is around it. */
export function fieldsAt({ fieldPaths }: Manifest, endpoint: string, path: string): readonly EmployeeField[] {
  const steps = stepsOf(path);
  return employeeFields.filter((field) => {
    const written = fieldPaths?.[field];
    return (
      written !== undefined &&
      written.split(/[|,]/).some((one) => fits(keysOf(one), steps, { endpoint, isXml: path.startsWith('/') }))
    );
  });
}

function keysOf(written: string): readonly string[] {
  return written
    .replace(/\[[^\]]*\]/g, '')
    .split(/[./]/)
    .map((key) => key.trim().toLowerCase())
    .filter((key) => key !== '');
}

/** Names of members from the record on: what lists stand in is no part of it. */
function stepsOf(path: string): readonly string[] {
  if (path.startsWith('/')) return path.split('/').map((step) => step.replace(/^@/, '').toLowerCase());
  const inRecord = path.includes('[]') ? path.slice(path.indexOf('[]') + 2) : path.slice(1);
  return inRecord
    .split('.')
    .map((step) => step.replaceAll('[]', '').toLowerCase())
    .filter((step) => step !== '');
}

function fits(
  keys: readonly string[],
  steps: readonly string[],
  { endpoint, isXml }: { readonly endpoint: string; readonly isXml: boolean },
): boolean {
  if (keys.length === 0 || steps.length === 0) return false;
  if (isXml) return steps.join('/').includes(`/${keys.join('/')}`) && steps.includes(keys.at(-1) ?? '');
  if (startsWith(keys, steps) || startsWith(steps, keys)) return true;
  // Details that are asked for one by one are named by what they are: `employments.status` in /employments.
  const asked = endpoint.toLowerCase();
  const own = keys.filter((key) => !asked.includes(key));
  return own.length < keys.length && own.length > 0 && (startsWith(own, steps) || startsWith(steps, own));
}

function startsWith(long: readonly string[], start: readonly string[]): boolean {
  return start.length <= long.length && start.every((step, index) => step === long[index]);
}
