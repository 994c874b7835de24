// Edits of the class `data hidden`: changes after which stored data is not found.

import { testClass } from './class-rows';

testClass('data hidden', {
  has: {
    'a removed index': {
      edits: [
        ['    indexes:\n      by-city: { partitionKey: { name: city }, shardCount: 4 }\n', ''],
        [
          '      INDEX: "{{ tables.t.indexes.by-city.name }}"\n      SHARDS: "{{ tables.t.indexes.by-city.shards }}"\n',
          '',
        ],
      ],
      path: 'tables.t.indexes.by-city',
      reason: /index "by-city" is removed/,
    },
    'another key of an index': {
      edits: [['{ name: city }', '{ name: country }']],
      path: 'tables.t.indexes.by-city',
      reason: /rebuilt/,
    },
    'a function that reads another table': {
      edits: [
        ['{{ tables.t.name }}', '{{ tables.other.name }}'],
        ['tables: { t: [GetItem, Query] }', 'tables: { t: [Query], other: [GetItem] }'],
      ],
      path: 'functions.f.environment.TABLE',
      reason: /TABLE of f no longer refers to tables\.t/,
    },
    'fewer shards for a function that the user wrote': {
      edits: [['shardCount: 4', 'shardCount: 1']],
      path: 'functions.f.environment.SHARDS',
      reason: /SHARDS of f decreases/,
    },
    'items that expire': {
      edits: [['    billingMode: PROVISIONED', '    timeToLiveAttribute: expires\n    billingMode: PROVISIONED']],
      path: 'tables.t.timeToLiveAttribute',
      reason: /"expires" is in the past are deleted/,
    },
  },
  hasNot: {
    'an added index': [['    indexes:\n', '    indexes:\n      by-street: { partitionKey: { name: street } }\n']],
    'more shards': [['shardCount: 4', 'shardCount: 5']],
    'fewer shards for the payment handler, which records the highest number': [
      ['shardCount: 4', 'shardCount: 1'],
      ['      LABEL: one', '      PAYMENT_CURRENCIES: USD=2'],
    ],
    'a changed variable without the name of a table or queue': [['LABEL: one', 'LABEL: two']],
  },
});
