// The kinds of resources of CloudWatch and CloudWatch Logs.

import { fixed, type KindDefinitions, once, WORD } from './definition';

const ALARM = { service: 'CloudWatch', most: 255, fewest: 1, character: /[^\p{Cc}]/u };

const DESCRIPTION = {
  input: 'alarmDescription',
  what: 'description of the alarm',
  service: 'CloudWatch',
  most: fixed(1024),
  unit: 'characters',
  help: 'shorten the description',
} as const;

/** The definitions, by Pulumi type token. */
export const CLOUDWATCH = {
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': {
    identity: once('alarmName'),
    cost: 'billed',
    replacedBy: ['alarmName', 'actionsEnabled'],
    name: {
      input: 'alarmName',
      what: 'composite alarm',
      space: 'alarm',
      ...ALARM,
    },
    count: 'none',
    texts: [
      DESCRIPTION,
      {
        input: 'alarmRule',
        what: 'rule of the composite alarm',
        service: 'CloudWatch',
        most: fixed(10_240),
        unit: 'characters',
        help: 'group the alarms in further composite alarms, and use those',
      },
    ],
  },
  'aws:cloudwatch/dashboard:Dashboard': {
    identity: once('dashboardName'),
    cost: 'billed',
    replacedBy: ['dashboardName'],
    name: {
      input: 'dashboardName',
      what: 'dashboard',
      service: 'CloudWatch',
      most: 255,
      fewest: 1,
      ...WORD,
    },
    count: 'fixed',
    texts: 'short',
  },
  'aws:cloudwatch/logGroup:LogGroup': {
    identity: once('name'),
    cost: 'billed',
    replacedBy: ['name', 'namePrefix', 'logGroupClass'],
    holdsData: true,
    name: {
      input: 'name',
      what: 'log group',
      service: 'CloudWatch Logs',
      most: 512,
      fewest: 1,
      character: /[A-Za-z0-9_/.#-]/,
    },
    count: 'bounded',
    texts: 'short',
  },
  'aws:cloudwatch/metricAlarm:MetricAlarm': {
    identity: once('name'),
    cost: 'billed',
    replacedBy: ['name'],
    name: { input: 'name', what: 'alarm', space: 'alarm', ...ALARM },
    count: 'none',
    texts: [DESCRIPTION],
  },
} as const satisfies KindDefinitions;
