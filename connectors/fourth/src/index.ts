import { defineConnector } from '@rollcall/core';
import { basic, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { list } from './read.ts';
import { FourthRecord } from './schema.ts';

const auth = basic(({ config }: GivenOf<typeof manifest>) => ({ username: config.username, password: config.password }));

/** Fourth in the United Kingdom: people, their employments and their addresses, three lists that belong together. */
export const fourth = defineConnector({ manifest, auth, record: FourthRecord, list, map: toEmployee });

export default fourth;
