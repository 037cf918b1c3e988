import { ResponseError } from '@rollcall/core';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import type { XmlObject } from './xml-node.ts';

/** How deep elements may lie in each other. The deepest documented answer of a vendor has about twenty levels. */
const maxDepth = 64;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  // Vendors change prefixes; the local name is what the documentation says.
  removeNSPrefix: true,
  // `00017` is a personnel number and `1.0` no integer: everything stays the text that it is.
  parseTagValue: false,
  parseAttributeValue: false,
  // Texts in several pieces (CDATA) keep the blanks between them; `xmlText` trims the whole.
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The five entities of XML and character references. Declarations of others never get this far.
  htmlEntities: true,
  maxNestedTags: maxDepth,
});

/**
 * Reads a document that a vendor sent: local names, texts only. Document type declarations are refused, and with them every
 * entity that somebody else defines; depth is bounded.
 * @throws ResponseError `not_xml`. Nothing of the document is repeated.
 */
export function parseXml(text: string, vendor: string): XmlObject {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw notXml(vendor, 'XML with a document type, which is never read');
  try {
    SyntaxValidator.validate(text);
    return parser.parse(text) as XmlObject;
  } catch {
    throw notXml(vendor, 'something that is no XML, that ends in the middle or that is nested too deep');
  }
}

function notXml(vendor: string, what: string): ResponseError {
  return new ResponseError({ code: 'not_xml', vendor, message: `the vendor answered with ${what}` });
}
