import { vendorObject } from '@rollcall/core';
import type { VendorErrors } from '@rollcall/core';
import { z } from 'zod';

/** Tried again by the vendor's own SDK (BambooHR/bhr-api-python, 2026-11): the network between gave up. */
export const transient = [598];

const Problem = vendorObject({ code: z.string().nullish() });

/**
 * Datasets answer with problem documents (RFC 7807) that carry a code, older endpoints with an empty body and the reason
 * in `X-BambooHR-Error-Message`: free text that may name somebody, so it is not read. They also say "too many requests"
 * with 503 and Retry-After. Source: OpenAPI of BambooHR/bhr-api-python and its AUTHENTICATION.md (2026-11).
 */
export const errors: VendorErrors = {
  describe({ status, headers, body }) {
    const isLimit = status === 503 && headers['retry-after'] !== undefined;
    return { code: Problem.safeParse(body).data?.code ?? undefined, means: isLimit ? 'rate-limit' : undefined };
  },
};
