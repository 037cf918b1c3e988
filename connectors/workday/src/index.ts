import { defineConnector, type Authentication, type CustomerConfig, type PlatformConfig } from '@rollcall/core';
import { basic, credentialsInBody } from '@rollcall/http';
import { errors } from './errors.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { changes, get, list } from './read.ts';
import { discover } from './report.ts';
import { WorkdayRecord } from './schema.ts';

type Config = CustomerConfig<typeof manifest>;
type Platform = PlatformConfig<typeof manifest>;

const inEnvelope = credentialsInBody<Config, Platform>();
const inHeader = basic<Config, Platform>(({ config: { username, password } }) => ({ username, password }));

/** The web service wants the credentials in the envelope (WS-Security), a report in the header. */
const auth: Authentication<Config, Platform> = {
  kind: 'basic',
  connect: (options) => (options.config.source === 'report' ? inHeader : inEnvelope).connect(options),
};

/** Workday: Get_Workers of the web service Human Resources, or a report of the customer's own. */
export const workday = defineConnector({
  manifest,
  auth,
  errors,
  list,
  get,
  changes,
  discover,
  record: WorkdayRecord,
  map: toEmployee,
});

export default workday;
