import { bamboohr } from '@rollcall/connector-bamboohr';
import { bamboohrSandbox } from '@rollcall/connector-bamboohr/sandbox';
import { hibob } from '@rollcall/connector-hibob';
import { hibobSandbox } from '@rollcall/connector-hibob/sandbox';
import { personio } from '@rollcall/connector-personio';
import { personioSandbox } from '@rollcall/connector-personio/sandbox';
import type { AnyConnector } from '@rollcall/core';
import type { SandboxDefinition } from '@rollcall/sandbox';

export interface Vendor {
  readonly connector: AnyConnector;
  readonly sandbox: SandboxDefinition;
}

/** The HR systems the demo can play, by slug. */
export const vendors: Readonly<Record<string, Vendor>> = {
  personio: { connector: personio, sandbox: personioSandbox },
  hibob: { connector: hibob, sandbox: hibobSandbox },
  bamboohr: { connector: bamboohr, sandbox: bamboohrSandbox },
};
