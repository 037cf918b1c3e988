import { ResponseError, type HttpClient } from '@rollcall/core';
import { parseXml } from './parse-xml.ts';
import { writeXml, type XmlDraft } from './write-xml.ts';
import { xmlFirst, type XmlNode } from './xml-node.ts';

const versions = {
  '1.1': { namespace: 'http://schemas.xmlsoap.org/soap/envelope/', contentType: 'text/xml; charset=utf-8' },
  '1.2': { namespace: 'http://www.w3.org/2003/05/soap-envelope', contentType: 'application/soap+xml; charset=utf-8' },
} as const;

export interface SoapCallOptions {
  /** Slug of the vendor, for errors. */
  readonly vendor: string;
  /** Default `1.1`. */
  readonly version?: '1.1' | '1.2' | undefined;
  /** Prefix to namespace of what is in header and body. The envelope's own prefix is `soap`. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly header?: XmlDraft | undefined;
  /** One element: the request. */
  readonly body: XmlDraft;
  /** Local name of the element that answers, such as `Get_Workers_Response`. */
  readonly answer: string;
  /** Value of `SOAPAction`, where the vendor wants one. */
  readonly action?: string | undefined;
  /** Fills `{name}` in the path. */
  readonly params?: Readonly<Record<string, string>> | undefined;
}

/**
 * Calls one operation and gives the element that answers. Which operations may be called says the manifest
 * (`endpoints.operations`); what a fault means say the connector's errors (`soapFaults`).
 * @throws ResponseError `not_xml`, `schema_mismatch`, and every error of the client.
 */
export async function soapCall(http: HttpClient, path: string, options: SoapCallOptions): Promise<XmlNode> {
  const { vendor, version = '1.1', answer, action, params } = options;
  const { contentType } = versions[version];
  const headers = { 'content-type': contentType, ...(action !== undefined && { soapaction: `"${action}"` }) };
  const text = await http.post<string>(path, { as: 'text', params, headers, body: envelope(version, options) });
  const element = xmlFirst(parseXml(text, vendor), 'Envelope', 'Body', answer);
  if (element !== undefined) return element;
  throw new ResponseError({
    code: 'schema_mismatch',
    vendor,
    message: `the vendor's SOAP answer holds no ${answer}`,
    mismatches: [{ path: '$.Envelope.Body', expected: answer, received: 'another element' }],
  });
}

function envelope(version: '1.1' | '1.2', { namespaces, header, body }: SoapCallOptions): string {
  const declared = Object.fromEntries(Object.entries(namespaces).map(([prefix, uri]) => [`@xmlns:${prefix}`, uri]));
  const parts = { ...(header !== undefined && { 'soap:Header': header }), 'soap:Body': body };
  const content = { 'soap:Envelope': { '@xmlns:soap': versions[version].namespace, ...declared, ...parts } };
  return `<?xml version="1.0" encoding="utf-8"?>${writeXml(content)}`;
}
