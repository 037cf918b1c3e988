import { parseArgs } from 'node:util';

const ids = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'P1', 'P2', 'P3'] as const;
export type BenchId = (typeof ids)[number];

export const usage = `pnpm bench [--only <id>]… [--people <number>] [--json]

  --only     one of ${ids.join(', ')}; may be given several times. Default: all
  --people   in the company that is read, planned and synced. Default: 100000
  --json     results as JSON on stdout
`;

export interface BenchOptions {
  readonly json: boolean;
  readonly people: number;
  readonly only: readonly BenchId[];
}

/** @throws TypeError that names the option; null where only the usage is wanted. */
export function benchOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      people: { type: 'string', default: '100000' },
      only: { type: 'string', multiple: true, default: [...ids] },
    },
  });
  if (values.help) return null;
  const people = Number(values.people);
  if (!Number.isInteger(people) || people < 1) throw new TypeError(`--people ${values.people}: is no number of people`);
  const unknown = values.only.filter((id) => !ids.includes(id as BenchId));
  if (unknown.length > 0) throw new TypeError(`--only ${unknown.join(', ')}: is none of ${ids.join(', ')}`);
  return { json: values.json, people, only: values.only as BenchId[] };
}
