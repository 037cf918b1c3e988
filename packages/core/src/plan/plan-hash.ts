import type { Hash } from 'node:crypto';
import type { Plan } from './plan.ts';
import { canonicalJson } from './canonical-json.ts';

const partSize = 500;

/**
 * The hash of a plan's canonical JSON, fed in parts: the text of a plan for 200,000 people never exists as a whole.
 * Operations and decisions are made with their keys in order, so that JSON.stringify writes them canonically.
 */
export function hashOf(body: Omit<Plan, 'hash'>, hash: Hash): string {
  const keys = (Object.keys(body) as (keyof typeof body)[]).sort();
  hash.update('{');
  for (const [index, key] of keys.entries()) {
    hash.update(`${index === 0 ? '' : ','}"${key}":`);
    if (key === 'operations' || key === 'people') feed(body[key], hash);
    else hash.update(canonicalJson(body[key]));
  }
  return hash.update('}').digest('hex');
}

function feed(items: readonly unknown[], hash: Hash): void {
  hash.update('[');
  for (let start = 0; start < items.length; start += partSize) {
    const text = JSON.stringify(items.slice(start, start + partSize));
    hash.update(start === 0 ? text.slice(1, -1) : `,${text.slice(1, -1)}`);
  }
  hash.update(']');
}
