import { vendorObject } from '@rollcall/core';
import { hmacVerifier, jsonWebhook } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

const jobIdIn = (body: Uint8Array): string => /"jobId"\s*:\s*"([^"\\]*)"/.exec(new TextDecoder().decode(body))?.[1] ?? '';

/**
 * Signed are the job and the time, with the secret of the key pair that the webhook names; the unit of the time is not
 * documented, so its age is not judged. Source: github.com/simon-franz/wfa-test, a public design that HR WORKS does not
 * confirm (2026-01).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: hmacVerifier({
    header: 'x-hrworks-signature',
    algorithm: 'sha256',
    encoding: 'base64',
    message: ({ headers, body }) => [`${jobIdIn(body)}.${headers['x-hrworks-timestamp'] ?? ''}`],
  }),
  body: vendorObject({ action: z.string().min(1), resourceLocation: z.string(), jobId: z.string() }),
  read: ({ action, resourceLocation }) => ({
    event: action,
    // Absences and the like have addresses of their own, which name nobody.
    employeeIds: [/\/v2\/persons\/([^/?#]+)$/.exec(resourceLocation)?.[1]],
  }),
});
