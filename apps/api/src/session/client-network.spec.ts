import { expect, test } from '@jest/globals';
import { networkOf } from './client-network.js';

test.each([
  ['an IPv4 address is a network of its own', '203.0.113.7', '203.0.113.7'],
  ['also when it is written as IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
  ['of IPv6 what a household is given counts', '2001:db8:12:34ab:1:2:3:4', '2001:db8:12:3400::/56'],
  ['however it is written', '2001:0DB8:0012:34ff::1', '2001:db8:12:3400::/56'],
  ['noughts in between are counted', '2001:db8::1', '2001:db8:0:0::/56'],
  ['noughts in front, too', '::1', '0:0:0:0::/56'],
  ['the interface on which a neighbour was met does not matter', 'fe80::1%eth0', 'fe80:0:0:0::/56'],
  ['what is no address stays as it is', 'unknown', 'unknown'],
])('%s', (_claim, address, network) => {
  expect(networkOf(address)).toBe(network);
});
