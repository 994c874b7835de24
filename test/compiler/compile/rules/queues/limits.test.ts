// The limits of queues.

import { testLimits } from '../limits';

const consumed = (seconds: number) => [
  `queues: { orders: { visibilityTimeoutSeconds: ${seconds} } }`,
  'functions: { processor: { timeoutSeconds: 10, access: { queues: { orders: [ReceiveMessage] } } } }',
];

const redriven = (queue: string, deadLetters: string) => [
  `queues: { orders: { ${queue}deadLetterQueue: { queue: failed-orders } }, failed-orders: { ${deadLetters} } }`,
  'outputs: { orders: "{{ queues.orders.url }}" }',
];

const throttled = (receives: number) => [
  `queues: { orders: { visibilityTimeoutSeconds: 60, deadLetterQueue: { queue: dead-letters, maxReceiveCount: ${receives} } }, dead-letters: { messageRetentionSeconds: 1209600 } }`,
  'functions: { processor: { timeoutSeconds: 10, access: { queues: { orders: [ReceiveMessage] } } } }',
];

const sources = (count: number) => {
  const names = Array.from({ length: count }, (_, at) => `source${at}`);
  const queues = names.map((name) => `${name}: { deadLetterQueue: { queue: dead-letters } }`);
  return [
    `queues: { dead-letters: { messageRetentionSeconds: 1209600 }, ${queues.join(', ')} }`,
    `outputs: { ${names.map((name) => `${name}: "{{ queues.${name}.url }}"`).join(', ')} }`,
  ];
};

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
  'a dead-letter queue that retains messages longer than its source': {
    fine: redriven('messageRetentionSeconds: 345600, ', 'messageRetentionSeconds: 345601'),
    wrong: redriven('messageRetentionSeconds: 345600, ', 'messageRetentionSeconds: 345600'),
    codes: ['ENV3262'],
  },
  'a FIFO dead-letter queue, in which the age restarts': {
    fine: redriven('fifo: {}, ', 'fifo: {}'),
    wrong: redriven('fifo: {}, ', 'messageRetentionSeconds: 1209600'),
    codes: ['ENV3261'],
  },
  'five receives of a queue that a function consumes': {
    fine: throttled(5),
    wrong: throttled(4),
    codes: ['ENV3264'],
  },
  'five receives of a queue with a trigger': {
    fine: [
      'queues: { orders: { visibilityTimeoutSeconds: 60, deadLetterQueue: { queue: dead-letters, maxReceiveCount: 5 } }, dead-letters: { messageRetentionSeconds: 1209600 } }',
      'functions: { processor: { timeoutSeconds: 10, triggers: { orders: { queue: orders } } } }',
    ],
    wrong: [
      'queues: { orders: { visibilityTimeoutSeconds: 60, deadLetterQueue: { queue: dead-letters, maxReceiveCount: 4 } }, dead-letters: { messageRetentionSeconds: 1209600 } }',
      'functions: { processor: { timeoutSeconds: 10, triggers: { orders: { queue: orders } } } }',
    ],
    codes: ['ENV3264'],
  },
  'ten sources of a dead-letter queue': {
    fine: sources(10),
    wrong: sources(11),
    codes: ['ENV3263'],
  },
  'a delay that ends before the retention': {
    fine: [
      'queues: { orders: { delaySeconds: 599, messageRetentionSeconds: 600 } }',
      'outputs: { orders: "{{ queues.orders.url }}" }',
    ],
    wrong: [
      'queues: { orders: { delaySeconds: 600, messageRetentionSeconds: 600 } }',
      'outputs: { orders: "{{ queues.orders.url }}" }',
    ],
    codes: ['ENV3266'],
  },
});
