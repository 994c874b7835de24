// Bodies that the gateway of the local run validates.

import { expect } from 'chai';
import { graphOf } from '../../../../spec';
import { apiOf } from '../in-process-api';

const PAYMENT = { amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };

describe('the body model of spec/pr1234.yaml', () => {
  const api = apiOf(graphOf('spec/pr1234.yaml'));
  const post = (body: string, type?: string) =>
    api.send('POST /prod/payments', {
      body: Buffer.from(body),
      headers: type === undefined ? [] : [['content-type', type]],
    });

  const rows: Record<string, [status: number, body: string, type?: string]> = {
    'accepts a payment': [200, JSON.stringify(PAYMENT), 'application/json'],
    'accepts a payment with parameters of its media type': [
      200,
      JSON.stringify(PAYMENT),
      'Application/JSON; charset=utf-8',
    ],
    'validates a body without Content-Type': [400, '{}'],
    'refuses a body that is not JSON': [400, '{', 'application/json'],
    'refuses an empty body': [400, '', 'application/json'],
    'refuses a payment without a required member': [
      400,
      JSON.stringify({ ...PAYMENT, amount: undefined }),
      'application/json',
    ],
    'refuses a member of another type': [400, JSON.stringify({ ...PAYMENT, amount: 'ten' }), 'application/json'],
    'leaves another media type to the function': [200, '<payment/>', 'application/xml'],
  };
  for (const [sentence, [status, body, type]] of Object.entries(rows))
    it(sentence, async () => {
      expect((await post(body, type)).statusCode).to.equal(status);
    });

  it("refuses with the graph's own gateway response", async () => {
    const { headers, body } = await post('{}', 'application/json');
    expect(headers).to.include({
      'content-type': 'application/problem+json',
      'x-amzn-errortype': 'BadRequestException',
    });
    expect(body).to.include({ type: 'urn:payment-spec:problem:invalid-payment', detail: 'Invalid request body' });
    expect(api.refusals().map(({ by }) => by)).to.deep.equal(['the body model of POST /payments']);
  });

  it('does not validate the bodies of other routes', async () => {
    const { statusCode } = await api.send('POST /prod/payments/a/refund', { body: Buffer.from('{') });
    expect(statusCode).to.equal(200);
  });

  it('validates in every mode of limits', async () => {
    const off = apiOf(graphOf('spec/pr1234.yaml'), { mode: 'off' });
    expect((await off.send('POST /prod/payments', { body: Buffer.from('{}') })).statusCode).to.equal(400);
  });
});
