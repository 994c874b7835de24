// Edits of the class `weaker`: values that are weaker than before.

import { testClass } from './class-rows';

testClass('weaker', {
  has: {
    'a shorter retention of logs': {
      edits: [['logRetentionDays: 30', 'logRetentionDays: 14']],
      path: 'logRetentionDays',
      reason: /30 becomes 14/,
    },
    'a shorter retention of messages': {
      edits: [['messageRetentionSeconds: 86400', 'messageRetentionSeconds: 3600']],
      path: 'queues.q.messageRetentionSeconds',
      reason: /86400 becomes 3600/,
    },
    'data without protection': {
      edits: [['region:', 'protect: false\nregion:']],
      path: 'protect',
      reason: /true becomes false/,
    },
    'messages that are no longer moved to a dead-letter queue': {
      first: ['queues:\n  q: {', 'queues:\n  dead: {}\n  q: { deadLetterQueue: { queue: dead },'],
      edits: [[' deadLetterQueue: { queue: dead },', '']],
      path: 'queues.q.deadLetterQueue',
      reason: /becomes no value/,
    },
  },
  hasNot: {
    'a longer retention of logs': [['logRetentionDays: 30', 'logRetentionDays: 60']],
    'a queue that requires TLS': [['requireTls: false', 'requireTls: true']],
    'more memory': [['memorySizeMegabytes: 512', 'memorySizeMegabytes: 1024']],
  },
});
