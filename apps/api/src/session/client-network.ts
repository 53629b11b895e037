import { isIPv6 } from 'node:net';

/**
 * Where somebody is who can change their address at will: the IPv4 address; of IPv6 the 56 bits that a household or an
 * office is given, behind which it has more addresses than could ever be counted. An IPv4 address written as IPv6 is
 * the IPv4 address.
 *
 * @param address as the request has it; whatever else a trusted proxy tells stays as it is
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const [first = 0, second = 0, third = 0, fourth = 0] = groupsOf(plain);
  return `${[first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(':')}::/56`;
}

/** The first groups of an IPv6 address: those that `::` stands for are noughts. */
function groupsOf(address: string): readonly number[] {
  // The URL parser writes an IPv6 address in its one short form, also one that ends like IPv4.
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after] = short.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const left = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<number>(left).fill(0), ...tail];
}
