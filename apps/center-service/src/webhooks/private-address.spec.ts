import { isPrivateAddress } from './private-address';

it.each([
  ...[
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
  ],
  ...[
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
  ],
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

it.each(['1.1.1.1', '172.32.0.1', '100.63.0.1', '203.0.114.1', '2606:4700::1111', '::ffff:8.8.8.8', 'example.com', ''])(
  '%s is not',
  (address) => expect(isPrivateAddress(address)).toBe(false),
);
