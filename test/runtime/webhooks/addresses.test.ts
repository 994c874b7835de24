// Addresses that webhooks must not reach, in each notation, and in the lookup of a connection.

import type { LookupAddress } from 'node:dns';
import { expect } from 'chai';
import { isPublicAddress } from '../../../contract/public-address';
import { AddressError, type Lookup, publicLookup, refusePrivateHost } from '../../../runtime/webhooks/addresses';

const REFUSED = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '169.254.170.2',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.1.1.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
];
const ALLOWED = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2600:1f18::1',
  '2a00:1450:4001::1',
  '::ffff:8.8.8.8',
];

describe('addresses of webhooks', () => {
  it('are refused if they are private, local, or not on the Internet', () => {
    expect(REFUSED.filter(isPublicAddress)).to.deep.equal([]);
  });

  it('are allowed up to the edges of the refused ranges', () => {
    expect(ALLOWED.filter((address) => !isPublicAddress(address))).to.deep.equal([]);
  });

  it('are refused in a URL in each notation that URLs accept', () => {
    const urls = [
      '127.0.0.1',
      '127.1',
      '0x7f000001',
      '2130706433',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:7f00:1]',
      '169.254.169.254',
    ];
    for (const host of urls)
      expect(() => refusePrivateHost(new URL(`https://${host}/`).hostname), host).to.throw(AddressError);
    for (const host of ['1.1.1.1', '[2600:1f18::1]', 'shop.example']) {
      expect(() => refusePrivateHost(new URL(`https://${host}/`).hostname), host).not.to.throw();
    }
  });
});

describe('the lookup of a connection', () => {
  const answering = (...addresses: string[]): Lookup =>
    publicLookup((_name, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    );
  const all = (lookup: Lookup) =>
    new Promise<string[]>((resolve, reject) =>
      lookup('shop.example', { all: true }, (error, found) =>
        error ? reject(error) : resolve((found as LookupAddress[]).map(({ address }) => address)),
      ),
    );

  it('returns only public addresses', async () => {
    expect(await all(answering('10.0.0.1', '1.1.1.1', '::1', '2600:1f18::1'))).to.deep.equal([
      '1.1.1.1',
      '2600:1f18::1',
    ]);
  });

  it('fails if no address is public, and if there is none', async () => {
    for (const lookup of [answering('127.0.0.1', 'fd00::1'), answering()]) {
      expect(await all(lookup).catch((error: Error) => error.name)).to.equal('AddressError');
    }
  });

  it('returns one address if the connection asks for one', () => {
    answering('10.0.0.1', '1.1.1.1')('shop.example', {}, (error, address, family) => {
      expect([error, address, family]).to.deep.equal([null, '1.1.1.1', 4]);
    });
  });

  it('reports the error of the system', async () => {
    const lookup = publicLookup((_name, _options, done) =>
      done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []),
    );
    expect(await all(lookup).catch((error: NodeJS.ErrnoException) => error.code)).to.equal('ENOTFOUND');
  });
});
