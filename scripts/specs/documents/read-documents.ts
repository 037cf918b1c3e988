import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type ScalarTag, type Tags } from 'yaml';
import { isObject, objectOf, textOf } from '../json.ts';
import { fromCondensed, isCondensed } from './from-condensed.ts';
import { fromDiscovery } from './from-discovery.ts';
import { fromSwagger } from './from-swagger.ts';
import type { LeftOut, VendorDocument } from './vendor-document.ts';

export interface FoundDocuments {
  readonly documents: readonly VendorDocument[];
  readonly leftOut: readonly LeftOut[];
}

/** The documents of one vendor; undefined where there is no folder of that name. */
export function readDocuments(folder: string): FoundDocuments | undefined {
  if (!existsSync(folder)) return undefined;
  const documents: VendorDocument[] = [];
  const leftOut: LeftOut[] = [];
  const names = readdirSync(folder).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  for (const name of names.sort()) {
    const found = toDocument(name, readFileSync(join(folder, name), 'utf8'));
    if (typeof found === 'string') leftOut.push({ name, because: found });
    else documents.push(found);
  }
  return { documents, leftOut };
}

// Codes such as 08 are texts to the tools that write these files, and no numbers.
const plainInteger: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?(?:0|[1-9][0-9]*)$/,
  resolve: Number,
};
const isInteger = (tag: Tags[number]): boolean => typeof tag === 'object' && tag.tag === plainInteger.tag;
const yamlOptions = {
  logLevel: 'silent',
  maxAliasCount: -1,
  customTags: (tags: Tags): Tags => [...tags.filter((tag) => !isInteger(tag)), plainInteger],
} as const;

/** A document, or why it is none. */
export function toDocument(name: string, text: string): VendorDocument | string {
  // The core schema reads dates as the text they are; some documents hold days that do not exist.
  const content: unknown = name.endsWith('.json') ? JSON.parse(text) : parse(text, yamlOptions);
  if (!isObject(content)) return 'holds no object';
  const openapi = textOf(content['openapi']);
  if (openapi !== undefined && Object.keys(objectOf(content['paths'])).length === 0) return 'describes no path';
  if (openapi !== undefined) return { name, version: openapi.startsWith('3.1') ? '3.1' : '3.0', content };
  if (content['swagger'] === '2.0') return { name, version: '3.0', content: fromSwagger(content) };
  if (content['kind'] === 'discovery#restDescription') return { name, version: '3.0', content: fromDiscovery(content) };
  if (isCondensed(content)) return { name, version: '3.0', content: fromCondensed(content) };
  return 'is no description of paths';
}
