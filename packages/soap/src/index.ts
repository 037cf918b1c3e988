export { entitySets, type EntitySet } from './entity-sets.ts';
export { parseXml } from './parse-xml.ts';
export { soapCall, type SoapCallOptions } from './soap-call.ts';
export { soapFaults, type SoapFault } from './soap-faults.ts';
export { usernameToken } from './ws-security.ts';
export { writeXml, type XmlDraft } from './write-xml.ts';
export { xmlAll, xmlAttribute, xmlFirst, xmlText, type XmlNode, type XmlObject } from './xml-node.ts';
