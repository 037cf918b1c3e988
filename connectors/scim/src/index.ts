import { definePushConnector } from '@rollcall/core';
import { scimPush } from '@rollcall/scim';
import { manifest } from './manifest.ts';

/** Whatever pushes people by SCIM 2.0 and is no connector of its own: JumpCloud, OneLogin, Ping, Rippling, an HR system. */
export const scim = definePushConnector({ manifest, push: scimPush });

export default scim;
