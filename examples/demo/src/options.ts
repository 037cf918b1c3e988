import { parseArgs } from 'node:util';
import { autoProvision, inviteGated, type Policy } from '@rollcall/core';
import { vendors } from './vendors.ts';

export interface DemoOptions {
  readonly connector: string;
  readonly employees: number;
  readonly policy: Policy;
  readonly policyName: string;
  readonly seed: string;
}

const policies: Readonly<Record<string, Policy>> = { inviteGated, autoProvision };

export const usage = `pnpm run demo [--connector ${Object.keys(vendors).join('|')}] [--employees 8..20000] [--policy ${Object.keys(policies).join('|')}] [--seed text]`;

/** Reads the command line. Gives the complaint as text when something is wrong with it. */
export function readOptions(args: readonly string[]): DemoOptions | string {
  try {
    const { values } = parseArgs({
      args: args.filter((argument) => argument !== '--'),
      options: {
        connector: { type: 'string', default: 'personio' },
        employees: { type: 'string', default: '240' },
        policy: { type: 'string', default: 'inviteGated' },
        seed: { type: 'string', default: 'fjordkiste' },
      },
    });
    const employees = Number(values.employees);
    const policy = policies[values.policy];
    if (!Object.hasOwn(vendors, values.connector)) return `--connector must be one of ${Object.keys(vendors).join(', ')}`;
    if (!Number.isInteger(employees) || employees < 8 || employees > 20_000)
      return '--employees must be a whole number from 8 to 20000';
    if (policy === undefined) return `--policy must be one of ${Object.keys(policies).join(', ')}`;
    return { connector: values.connector, employees, policy, policyName: values.policy, seed: values.seed };
  } catch (error) {
    return error instanceof Error ? error.message : 'the command line could not be read';
  }
}
