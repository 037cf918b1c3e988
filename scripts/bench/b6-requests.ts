import { readEmployees } from '@rollcall/core';
import { createTwin, startSandbox } from '@rollcall/sandbox';
import { rounded, type BenchResult } from './result.ts';
import { loadVendors } from '../vendors/load-vendors.ts';

/** B6: requests of one read, against the fewest in which the vendor gives so many people; the worst connector counts. */
export async function benchRequests(size: number): Promise<BenchResult> {
  const rows: { slug: string; sent: number; minimum: number }[] = [];
  for (const { connector, sandbox: definition } of await loadVendors()) {
    const sandbox = await startSandbox(definition, { twin: createTwin({ seed: 'requests', size }), limit: false });
    const now = new Date(`${sandbox.twin.today}T12:00:00Z`);
    const read = readEmployees(connector, {
      config: sandbox.config,
      clock: { now: () => now },
      http: { origins: sandbox.origins },
    });
    for await (const page of read.pages()) if (page.employees.length > size) break;
    await read.report;
    rows.push({ slug: connector.manifest.slug, sent: sandbox.counts.total, minimum: definition.minimumRequests(sandbox.twin) });
    await sandbox.close();
  }
  const value = rounded(Math.max(...rows.map(({ sent, minimum }) => sent / minimum)));
  const detail = rows.map(({ slug, sent, minimum }) => `${slug} ${String(sent)} of ${String(minimum)}`).join(', ');
  return {
    id: 'B6',
    what: `requests for ${String(size)} people`,
    value,
    unit: '× minimum',
    limit: 1,
    aim: 1,
    ok: value <= 1,
    detail,
  };
}
