import type { VendorErrorDetail, VendorErrors } from '@rollcall/core';
import { soapFaults, xmlAll, xmlText, type SoapFault } from '@rollcall/soap';

const faults = soapFaults((fault) => ({ code: fault.code, means: meaningOf(fault) }));

/** Faults come with HTTP 500. Source: NetIQ and ServiceNow knowledge bases, public clients of Get_Workers (2026-11). */
export const errors: VendorErrors = {
  ...faults,
  describe: (answer) =>
    // A wrong tenant or host is not found: that says nothing of a person.
    faults.describe?.(answer) ?? (answer.status === 404 ? { means: 'rejected' } : undefined),
};

function meaningOf({ code, text, detail, status }: SoapFault): VendorErrorDetail['means'] {
  const errors = [...xmlAll(detail, 'Validation_Fault', 'Validation_Error'), ...xmlAll(detail, 'Processing_Fault')];
  const texts = errors.flatMap((error) => [xmlText(error, 'Message'), xmlText(error, 'Detail_Message')]);
  const said = [code, text, ...texts].join(' ');
  if (/authenticationError|FailedAuthentication|InvalidSecurity|invalid username or password/i.test(said)) return 'credentials';
  if (/not authorized|authorizationError/i.test(said)) return 'permission';
  if (/not a valid ID value for type\s*=\s*'?(?:WID|Employee_ID|Contingent_Worker_ID)\b/i.test(said)) return 'gone';
  const isInvalid = errors.some((error) => xmlText(error, 'Xpath') !== undefined);
  if (isInvalid || /validationError|VersionMismatch|MustUnderstand/i.test(code)) return 'rejected';
  // Whatever the status: a fault of the server passes, one of ours does not.
  return /^(?:Server|Receiver)\b/i.test(code) || status >= 500 ? 'unavailable' : 'rejected';
}
