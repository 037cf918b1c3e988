import { Agent } from 'node:http';
import { readEmployees, type AnyConnector } from '@rollcall/core';
import got from 'got';
import { byVendor, measuredVendors, median, rounded, type BenchResult } from './result.ts';
import type { SentRequest } from './server.ts';
import { loadVendor } from '../vendors/load-vendors.ts';
import { withServer, type BenchServer } from './with-server.ts';

const rounds = 7;

/** B1: reading, normalising and validating everybody, against fetching and parsing the same pages and nothing else. */
export async function benchRead(people: number): Promise<BenchResult> {
  const ratios = new Map<string, number>();
  const details: string[] = [];
  for (const slug of measuredVendors) {
    const { ratio, detail } = await readAgainstFloor(slug, people);
    ratios.set(slug, ratio);
    details.push(detail);
  }
  const value = rounded(median([...ratios.values()]));
  const detail = `median of ${byVendor(ratios)}: ${details.join('; ')}`;
  return { id: 'B1', what: 'read, normalise, validate', value, unit: '× floor', limit: 2, aim: 1.5, ok: value <= 2, detail };
}

async function readAgainstFloor(slug: string, people: number): Promise<{ readonly ratio: number; readonly detail: string }> {
  const { connector } = await loadVendor(slug);
  return withServer(slug, people, async (server) => {
    await readAll(connector, server);
    const requests = await server.requests();
    await fetchAll(server, requests);
    const reads: number[] = [];
    const floors: number[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const floor = await timed(() => fetchAll(server, requests));
      const read = await timed(() => readAll(connector, server));
      floors.push(floor);
      reads.push(read);
      ratios.push(read / floor);
    }
    const detail = `${String(server.people)} people from ${connector.manifest.name}: read ${String(Math.round(median(reads)))} ms, floor ${String(Math.round(median(floors)))} ms (medians of ${String(rounds)} pairs)`;
    return { ratio: median(ratios), detail };
  });
}

async function readAll(connector: AnyConnector, { config, origins, now }: BenchServer): Promise<void> {
  const read = readEmployees(connector, {
    config: config,
    clock: { now: () => now },
    http: { origins },
  });
  let count = 0;
  for await (const page of read.pages()) count += page.employees.length;
  const report = await read.report;
  if (report.outcome !== 'complete' || count !== report.records) throw new TypeError('the measured read was not complete');
}

/** The floor: the same pages from the same server, parsed and dropped. */
export async function fetchAll({ origins }: BenchServer, requests: readonly SentRequest[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (const { method, url, origin, body, headers } of requests) {
    const text = await got(`${origins[origin] ?? origin}${url}`, {
      method: method as 'GET',
      headers,
      ...(body !== '' && { body }),
      agent: { http: agent },
      retry: { limit: 0 },
    }).text();
    JSON.parse(text);
  }
  agent.destroy();
}

async function timed(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}
