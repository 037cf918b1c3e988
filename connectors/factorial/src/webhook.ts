import { vendorId, vendorObject } from '@rollcall/core';
import { jsonWebhook, safeEqual } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';

/**
 * The body is the bare thing that was written, as its list shows it, and does not name the event. Every delivery carries
 * the subscription's challenge. Source: https://apidoc.factorialhr.com/docs/manage-webhooks and factorialco/factorial-api-sdks (2026-11).
 */
export const webhook = jsonWebhook({
  manifest,
  verify: ({ headers }, secret) => secret !== '' && safeEqual(headers['x-factorial-wh-challenge'] ?? '', secret),
  body: z.union([vendorObject({ employee_id: vendorId }), vendorObject({ id: vendorId })]),
  read(body) {
    const isPerson = 'is_terminating' in body || 'access_id' in body;
    const ofPerson = 'effective_on' in body ? 'contracts/contract_version' : 'other';
    return {
      event: isPerson ? 'employees/employee' : ofPerson,
      employeeIds: [body.employee_id ?? (isPerson ? body.id : undefined)],
    };
  },
});
