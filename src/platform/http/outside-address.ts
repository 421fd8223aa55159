import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Networks that are not the open internet (IANA special-purpose registries), those clouds keep their secrets in included. */
const INSIDE_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, 169.254.169.254 of clouds among them
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];
/** Outside is only what is handed out to the world, less what is carved out of it. */
const WORLD_6 = ['2000::', 3] as const;
const INSIDE_6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: holds an IPv4 address of any kind
  ['3fff::', 20], // documentation
];

const inside = new BlockList();
for (const [network, prefix] of INSIDE_4) inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of INSIDE_6) inside.addSubnet(network, prefix, 'ipv6');
const world = new BlockList();
world.addSubnet(...WORLD_6, 'ipv6');

/** Names that never lead out of a machine or its network (RFC 6761, 6762, 8375 and custom). */
const INSIDE_NAME =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|localdomain|invalid|test|onion)\.?$/i;

/**
 * True for an IP address of the open internet. Private, loopback, link-local, shared, reserved and documentation addresses are not, nor is any
 * IPv6 form of an IPv4 address (mapped, 6to4, Teredo, NAT64): nobody publishes data at those.
 */
export function isOutsideAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return !inside.check(plain, 'ipv4');
  return isIPv6(plain) && world.check(plain, 'ipv6') && !inside.check(plain, 'ipv6');
}

/** Where not even a trusted name may lead: nowhere, clouds' own services, many machines at once. */
const NEVER_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16], // link-local: 169.254.169.254 gives away a machine's keys
  ['192.0.0.0', 24], // 192.0.0.192: the same of another cloud
  ['100.100.100.200', 32], // and of a third
  ['224.0.0.0', 3], // multicast, reserved, broadcast
];
/** Of one's own network: unique local addresses and this machine; less what clouds keep there. */
const LOCAL_6: readonly (readonly [string, number])[] = [
  ['::1', 128],
  ['fc00::', 7],
];
const never = new BlockList();
for (const [network, prefix] of NEVER_4) never.addSubnet(network, prefix, 'ipv4');
never.addAddress('fd00:ec2::254', 'ipv6');
const local = new BlockList();
for (const [network, prefix] of LOCAL_6) local.addSubnet(network, prefix, 'ipv6');

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** True for an address of one's own machine or network that may be asked where an administrator trusts the name: never where clouds keep secrets. */
export function isLocalAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return inside.check(plain, 'ipv4') && !never.check(plain, 'ipv4');
  return isIPv6(plain) && local.check(plain, 'ipv6') && !never.check(plain, 'ipv6');
}

/**
 * Why an address given by a person may not be asked, told without asking anybody; null when nothing is wrong with its looks. The URL parser has
 * already turned 0x7f.1, 017700000001 and 2130706433 into 127.0.0.1. Where the name leads is seen only when it is resolved.
 */
export function faultOfUrl(url: URL): 'scheme' | 'credentials' | 'inside' | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isOutsideAddress(host) ? null : 'inside';
  return INSIDE_NAME.test(host) || !host.includes('.') ? 'inside' : null;
}

/** True for text that may name one server of the inner network: a name of letters, digits, dots, or an address of it. */
export function isLocalHost(text: string): boolean {
  return isIP(text) === 0 ? HOST_NAME.test(text) && !/^[\d.]+$/.test(text) : isLocalAddress(text);
}
