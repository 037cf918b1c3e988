import type { Manifest } from '@rollcall/core';
import type { Body } from '../replay/exchange.ts';
import { endpointOf } from '../record/endpoint.ts';
import { eachLeaf } from '../record/walk-body.ts';

/** What was seen at one place of the answers of one endpoint. */
export interface Place {
  /** How often each type was there: string, number, boolean, null, list, object; element and text in XML. */
  readonly types: Map<string, number>;
  /** Words and how often they were there. They may be people's: for comparing only. */
  readonly words: Map<string, number>;
}

/** By endpoint, by path. */
export type Shapes = ReadonlyMap<string, ReadonlyMap<string, Place>>;

interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly response: Body;
}

/** The form of all good answers, log-ins left out. */
export function shapesOf(manifest: Manifest, exchanges: Iterable<Answered>): Shapes {
  const shapes = new Map<string, Map<string, Place>>();
  for (const { method, path, status, response } of exchanges) {
    const endpoint = endpointOf(manifest, method, path, manifest.endpoints.reads);
    if (endpoint === '' || status < 200 || status > 299) continue;
    const places = shapes.get(endpoint) ?? new Map<string, Place>();
    shapes.set(endpoint, places);
    const at = (place: string, type: string): Place => {
      const known = places.get(place) ?? { types: new Map<string, number>(), words: new Map<string, number>() };
      known.types.set(type, (known.types.get(type) ?? 0) + 1);
      places.set(place, known);
      return known;
    };
    eachLeaf(
      response,
      ({ path: place, value }) => {
        if (value === null) at(place, 'null');
        else {
          const { words } = at(place, place.startsWith('/') ? 'text' : typeof value);
          const word = wordOf(value);
          if (word !== undefined) words.set(word, (words.get(word) ?? 0) + 1);
        }
      },
      undefined,
      (place, type) => {
        at(place, type);
      },
    );
  }
  return shapes;
}

/** A status is a word or two, without digits. */
function wordOf(value: string | number | boolean): string | undefined {
  if (typeof value !== 'string') return undefined;
  const word = value.trim();
  return /^\p{L}[\p{L} _-]{0,29}$/u.test(word) ? word : undefined;
}

/** How often there was something. */
export function countOf({ types }: Place): number {
  return [...types.values()].reduce((sum, count) => sum + count, 0);
}
