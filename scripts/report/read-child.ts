import { readEmployees } from '@rollcall/core';
import { loadVendor } from '../vendors/load-vendors.ts';

// A process of its own for each read, so that its peak of memory is that of one read.
export interface ReadTask {
  readonly slug: string;
  readonly origins: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly now: string;
}

export interface ReadFigures {
  readonly people: number;
  readonly outcome: string;
  readonly requests: number;
  readonly seconds: number;
  /** Before the first request: Node, the kit and the connector. */
  readonly idleMiB: number;
  readonly peakMiB: number;
}

const peakMiB = (): number => process.resourceUsage().maxRSS / 1024;

async function measure({ slug, origins, config, now }: ReadTask): Promise<ReadFigures> {
  const { connector } = await loadVendor(slug);
  // Nobody waits for the budget of a vendor on this machine.
  const { windows: _windows, ...limits } = connector.manifest.limits;
  const unhurried = { ...connector, manifest: { ...connector.manifest, limits } };
  const idleMiB = peakMiB();
  const start = performance.now();
  const read = readEmployees(unhurried, { config, clock: { now: () => new Date(now) }, http: { origins, timeoutMs: 600_000 } });
  let people = 0;
  for await (const page of read.pages()) people += page.employees.length;
  const { outcome, requests } = await read.report;
  return { people, outcome, requests, seconds: (performance.now() - start) / 1000, idleMiB, peakMiB: peakMiB() };
}

process.once('message', (task: ReadTask) => {
  void measure(task).then((figures) => {
    process.send?.(figures, () => {
      process.disconnect();
    });
  });
});
