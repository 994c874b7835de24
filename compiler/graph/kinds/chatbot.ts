// The kinds of resources of Amazon Q Developer in chat applications.

import { type KindDefinitions, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const CHATBOT = {
  'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration': {
    identity: once('configurationName'),
    cost: { free: 'Amazon Q Developer in chat applications' },
    replacedBy: [],
    name: {
      input: 'configurationName',
      what: 'Slack channel configuration',
      service: 'Amazon Q Developer',
      isAccountWide: true,
      most: 128,
      fewest: 1,
      ...WORD,
    },
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
