import type { FailedAnswer, VendorErrorDetail, VendorErrors } from '@rollcall/core';
import { parseXml } from './parse-xml.ts';
import { xmlFirst, xmlText, type XmlNode } from './xml-node.ts';

/** A SOAP fault of either version. The texts are the vendor's own and may name people: they are compared, never shown. */
export interface SoapFault {
  /** Without its prefix: `Client.authenticationError`, `Sender`. */
  readonly code: string;
  readonly text: string;
  /** Inside `detail` or `Detail`. */
  readonly detail: XmlNode | undefined;
  readonly status: number;
}

/** Reads faults, whatever status they come with. `describe` says what one means; undefined lets the status speak. */
export function soapFaults(describe: (fault: SoapFault) => VendorErrorDetail | undefined): VendorErrors {
  return {
    describe: (answer) => {
      const fault = faultOf(answer);
      return fault === undefined ? undefined : describe(fault);
    },
    // A look at the text is enough: a fault stands at the beginning of the body.
    inSuccess: (body) =>
      typeof body === 'string' && /<(?:[\w.-]+:)?Body[^>]*>\s*<(?:[\w.-]+:)?Fault[\s>]/.test(body.slice(0, 10_000)),
  };
}

function faultOf({ body, status }: FailedAnswer): SoapFault | undefined {
  if (typeof body !== 'string' || !/Fault[\s>]/.test(body)) return undefined;
  const fault = xmlFirst(parse(body), 'Envelope', 'Body', 'Fault');
  if (fault === undefined) return undefined;
  const code = xmlText(fault, 'faultcode') ?? xmlText(fault, 'Code', 'Value') ?? '';
  return {
    code: code.slice(code.indexOf(':') + 1).trim(),
    text: xmlText(fault, 'faultstring') ?? xmlText(fault, 'Reason', 'Text') ?? '',
    detail: xmlFirst(fault, 'detail') ?? xmlFirst(fault, 'Detail'),
    status,
  };
}

// An error page that is no XML says nothing.
function parse(body: string): XmlNode | undefined {
  try {
    return parseXml(body, 'soap');
  } catch {
    return undefined;
  }
}
