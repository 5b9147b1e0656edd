import { describe, expect, it } from 'vitest';
import { isLoopback, refusedAddress } from '../../src/platform/addresses.js';

describe('an address', () => {
  it.each([
    ['0.0.0.0', 'the unspecified address'],
    ['0.1.2.3', 'the unspecified address'],
    ['10.0.0.0', 'a private address'],
    ['10.255.255.255', 'a private address'],
    ['100.64.0.1', 'a carrier-grade NAT address'],
    ['100.127.255.255', 'a carrier-grade NAT address'],
    ['127.0.0.1', 'a loopback address'],
    ['127.255.255.254', 'a loopback address'],
    ['169.254.169.254', 'a link-local address'],
    ['172.16.0.1', 'a private address'],
    ['172.31.255.255', 'a private address'],
    ['192.0.0.8', 'a reserved address'],
    ['192.0.2.1', 'a reserved address'],
    ['192.88.99.1', 'a reserved address'],
    ['192.168.255.255', 'a private address'],
    ['198.18.0.1', 'a reserved address'],
    ['198.19.255.255', 'a reserved address'],
    ['198.51.100.1', 'a reserved address'],
    ['203.0.113.255', 'a reserved address'],
    ['224.0.0.1', 'a multicast address'],
    ['239.255.255.255', 'a multicast address'],
    ['240.0.0.1', 'a reserved address'],
    ['255.255.255.255', 'the broadcast address'],
    ['::', 'the unspecified address'],
    ['::1', 'a loopback address'],
    ['::2', 'a reserved address'],
    ['::7f00:1', 'a reserved address'],
    ['::8.8.8.8', 'a reserved address'],
    ['::ffff:127.0.0.1', 'a loopback address'],
    ['::ffff:7f00:1', 'a loopback address'],
    ['::ffff:a9fe:a9fe', 'a link-local address'],
    ['::ffff:0:127.0.0.1', 'a special address'],
    ['64:ff9b::7f00:1', 'a translation of 127.0.0.1, a loopback address'],
    ['64:ff9b::10.0.0.1', 'a translation of 10.0.0.1, a private address'],
    ['64:ff9b:1::1', 'a special address'],
    ['100::1', 'a special address'],
    ['200::1', 'a reserved address'],
    ['1fff:ffff::1', 'a reserved address'],
    ['2001::1', 'a special address'],
    ['2001:2::1', 'a special address'],
    ['2001:20::1', 'a special address'],
    ['2001:db8::1', 'a reserved address'],
    ['2002:7f00:1::', 'a special address'],
    ['2002:808:808::', 'a special address'],
    ['3fff::1', 'a reserved address'],
    ['3fff:fff:ffff::1', 'a reserved address'],
    ['4000::1', 'a reserved address'],
    ['5f00::1', 'a special address'],
    ['fc00::1', 'a private (unique local) address'],
    ['fd00:ec2::254', 'a private (unique local) address'],
    ['fe80::1', 'a link-local address'],
    ['fe80::1%eth0', 'a link-local address'],
    ['[febf::1]', 'a link-local address'],
    ['fec0::1', 'a special address'],
    ['ff02::1', 'a multicast address'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'a multicast address'],
    ['not an address', 'no IP address'],
    ['', 'no IP address'],
  ])('%s is refused', (address, words) => {
    expect(refusedAddress(address)).toContain(` is ${words}`);
  });

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
    '[2001:4860:4860::8888]',
  ])('%s is public', (address) => {
    expect(refusedAddress(address)).toBeNull();
  });

  it('is on this machine or not', () => {
    const here = [
      'localhost',
      'a.LOCALHOST.',
      '127.0.0.1',
      '127.9.9.9',
      '[::1]',
      '::ffff:127.0.0.1',
      '0.0.0.0',
    ];
    const elsewhere = ['10.0.0.1', 'localhost.example.com', 'example.com', '[fe80::1]', '[2606:4700::1]'];
    expect(here.filter((each) => !isLoopback(each))).toEqual([]);
    expect(elsewhere.filter(isLoopback)).toEqual([]);
  });
});
