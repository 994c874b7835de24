// Signature Version 4 against the vectors that AWS publishes (aws-sig-v4-test-suite).

import { expect } from 'chai';
import { computeSignature, readSignature, type SignedRequest } from '../../../../compiler/local/gateway/signature';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const TIME = '20150830T123600Z';

const HEADERS = [
  ['Host', 'example.amazonaws.com'],
  ['X-Amz-Date', TIME],
] as const;

const VECTORS: Record<string, [request: Partial<SignedRequest>, signature: string, more?: readonly string[]]> = {
  'get-vanilla': [{}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  'post-vanilla': [{ method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  'get-vanilla-query-order-key-case': [
    { search: 'Param2=value2&Param1=value1' },
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  'get-header-value-trim': [
    { headers: [...HEADERS, ['My-Header1', ' value1'], ['My-Header2', ' "a   b   c"']] },
    'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ['my-header1', 'my-header2'],
  ],
};

describe('Signature Version 4', () => {
  for (const [name, [request, signature, more = []]] of Object.entries(VECTORS))
    it(`has the published signature of ${name}`, () => {
      const signed = { method: 'GET', path: '/', search: '', headers: HEADERS, body: Buffer.from(''), ...request };
      const signedHeaders = ['host', ...more, 'x-amz-date'];
      const scope = { date: '20150830', region: 'us-east-1', service: 'service', signedHeaders };
      expect(computeSignature(signed, scope, TIME, SECRET)).to.equal(signature);
    });

  it('is read from the Authorization header, unless a part is missing', () => {
    const signature = 'a'.repeat(64);
    const header = `AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`;
    expect(readSignature(header)).to.deep.equal({
      accessKeyId: 'AKID',
      date: '20150830',
      region: 'us-east-1',
      service: 'execute-api',
      signedHeaders: ['host', 'x-amz-date'],
      signature,
    });
    for (const part of [/Credential=[^,]+, /, /SignedHeaders=[^,]+, /, /, Signature=.*/, /AWS4-HMAC-SHA256 /])
      expect(readSignature(header.replace(part, ''))).to.equal(undefined);
  });
});
