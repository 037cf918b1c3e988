import { bamboohr } from '../../connectors/bamboohr/src/index.ts';
import { bamboohrSandbox } from '../../connectors/bamboohr/sandbox/index.ts';
import { hibob } from '../../connectors/hibob/src/index.ts';
import { hibobSandbox } from '../../connectors/hibob/sandbox/index.ts';
import { personio } from '../../connectors/personio/src/index.ts';
import { personioSandbox } from '../../connectors/personio/sandbox/index.ts';
import type { AnyConnector } from '@rollcall/core';
import type { SandboxDefinition } from '@rollcall/sandbox';

export interface BenchVendor {
  readonly connector: AnyConnector;
  readonly sandbox: SandboxDefinition;
  /** The fewest requests for so many people, by the vendor's documentation. */
  readonly minimum: (people: number) => number;
}

/** Minimum requests: token, lists and details as each vendor documents them. */
export const benchVendors: readonly BenchVendor[] = [
  { connector: bamboohr, sandbox: bamboohrSandbox, minimum: (people) => 1 + Math.ceil(people / 1000) },
  { connector: hibob, sandbox: hibobSandbox, minimum: () => 1 },
  { connector: personio, sandbox: personioSandbox, minimum: (people) => 1 + Math.ceil(people / 50) + people + 5 },
];
