import { BlockList, isIP } from 'node:net';

// Special-purpose ranges of IANA (RFC 6890 and its updates): nothing in them is a vendor on the internet.
const ipv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

const ipv6: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const blocked4 = new BlockList();
const blocked6 = new BlockList();
for (const [address, prefix] of ipv4) {
  blocked4.addSubnet(address, prefix, 'ipv4');
  // NAT64 carries an IPv4 address in its last 32 bits; networks without IPv4 reach every vendor that way.
  blocked6.addSubnet(`64:ff9b::${address}`, 96 + prefix, 'ipv6');
}
for (const [address, prefix] of ipv6) blocked6.addSubnet(address, prefix, 'ipv6');

/** True for an address that no vendor on the internet can have: private, loopback, link-local, carrier NAT, multicast, reserved, IPv4 inside IPv6. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return blocked4.check(address, 'ipv4');
  if (version === 6) return blocked6.check(address, 'ipv6');
  return true;
}
