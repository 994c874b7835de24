// The syntax of injected faults, and the messages about mistakes.

import { expect } from 'chai';
import { FaultSyntaxError, parseFaults } from '../../../../compiler/local/front/fault-rules';

const NONE = { throttle: 0, error: 0, latencyMilliseconds: 0 };

describe('the faults of a local run', () => {
  it('are rules by service and operation, each with effects', () => {
    expect(parseFaults('dynamodb:PutItem=throttle:5%,latency:300ms; sqs:*=error:0.5% ;*:*=latency:1.5s')).to.deep.equal(
      [
        {
          ...NONE,
          name: 'dynamodb:PutItem',
          service: 'dynamodb',
          operation: 'PutItem',
          throttle: 0.05,
          latencyMilliseconds: 300,
        },
        { ...NONE, name: 'sqs:*', service: 'sqs', operation: '*', error: 0.005 },
        { ...NONE, name: '*:*', service: '*', operation: '*', latencyMilliseconds: 1500 },
      ],
    );
  });

  const MISTAKES: Readonly<Record<string, string>> = {
    '': '"" is not SERVICE:OPERATION=EFFECT,…; an example is dynamodb:PutItem=throttle:5%,latency:300ms;sqs:*=error:1%',
    'dynamodb=error:1%':
      '"dynamodb=error:1%" is not SERVICE:OPERATION=EFFECT,…; an example is dynamodb:PutItem=throttle:5%,latency:300ms;sqs:*=error:1%',
    's3:*=error:1%': 'unknown service "s3"; allowed: dynamodb, sqs, secretsmanager, ssm and *',
    'sqs:PutItem=error:1%': 'unknown operation "PutItem" of sqs; * is any operation',
    'dynamodb:PutItm=error:1%': 'unknown operation "PutItm" of dynamodb; did you mean PutItem?',
    'sqs:*=slow:1%': 'unknown effect "slow:1%"; allowed: throttle:PERCENT%, error:PERCENT% and latency:TIMEms',
    'sqs:*=': 'unknown effect ""; allowed: throttle:PERCENT%, error:PERCENT% and latency:TIMEms',
    'sqs:*=error:5': 'error:5 must have a percentage from 0% to 100%, such as error:5%',
    'sqs:*=throttle:101%': 'throttle:101% must have a percentage from 0% to 100%, such as throttle:5%',
    'sqs:*=latency:300': 'latency:300 must have a time of at most 29000ms, such as latency:300ms',
    'sqs:*=latency:30s': 'latency:30s must have a time of at most 29000ms, such as latency:300ms',
  };
  for (const [text, message] of Object.entries(MISTAKES))
    it(`explain a mistake: "${text}"`, () => expect(() => parseFaults(text)).to.throw(FaultSyntaxError, message));
});
