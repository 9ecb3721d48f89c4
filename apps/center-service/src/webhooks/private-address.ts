import { BlockList, isIP } from 'node:net';

/** RFC 6890 and its successors: addresses that no receiver on the open network can have. */
const SUBNETS: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const blocked = new BlockList();
for (const [network, prefix] of SUBNETS) blocked.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');

/** An address of this machine or of a network behind it, in whatever spelling; a name is none. */
export const isPrivateAddress = (address: string): boolean => {
  const family = isIP(address);
  // An IPv4 address inside an IPv6 one is checked as what it is (BlockList does).
  return family !== 0 && blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
};
