// The limits of queues.

import { testLimits } from '../limits';

const consumed = (seconds: number) => [
  `queues: { orders: { visibilityTimeoutSeconds: ${seconds} } }`,
  'functions: { processor: { timeoutSeconds: 10, access: { queues: { orders: [ReceiveMessage] } } } }',
];

testLimits({
  'a dead-letter queue with a retention of four days': {
    fine: ['queues: { dead-letters: { messageRetentionSeconds: 345600 } }'],
    wrong: ['queues: { dead-letters: { messageRetentionSeconds: 345599 } }'],
    codes: ['ENV3038'],
  },
  'a dead-letter queue that accepts the largest record': {
    fine: ['queues: { dead-letters: { maximumMessageSizeBytes: 64000 } }'],
    wrong: ['queues: { dead-letters: { maximumMessageSizeBytes: 63999 } }'],
    codes: ['ENV3041'],
  },
  'a message hidden for six times the function’s timeout': {
    fine: consumed(60),
    wrong: consumed(59),
    codes: ['ENV3004'],
  },
});
