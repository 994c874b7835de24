// Observations of the commands that `start` prints, and of alarms.

import { watchAlarms } from '../../../../compiler/local/alarms/alarm-watch';
import { deriveRoutes } from '../../../../compiler/local/gateway/routes';
import { deriveApiKeys } from '../../../../compiler/local/gateway/usage-plans';
import { resolveLocally } from '../../../../compiler/local/local-values';
import { createMetrics } from '../../../../compiler/local/metrics/run-metrics';
import { renderExamples } from '../../../../compiler/local/summary';
import { steppedClock } from '../stepped-clock';
import { ENDPOINTS, nameOf, type Probe } from './probe';

const MINUTE = 60_000;

/** The commands that `start` prints. */
export const examples: Probe = async (graph) => {
  const resources = resolveLocally(graph, ENDPOINTS);
  return renderExamples(graph, {
    routes: deriveRoutes(resources),
    apiKeys: deriveApiKeys(resources),
    url: ENDPOINTS.api,
  });
};

/** The durations of a function in each minute, and for each request whether it failed. */
const MINUTES: readonly { readonly durations?: readonly number[]; readonly requests?: readonly (0 | 1)[] }[] = [
  { durations: [1, 3], requests: [1, 0] },
  { durations: [2, 3], requests: [1, 1, 0] },
  { durations: [2], requests: [0, 0] },
  { durations: [3], requests: [1] },
  {},
  { durations: [3, 1], requests: [0, 1] },
  {},
  {},
  {},
  {},
  {},
  {},
];

/** The states of alarms over time, and the messages in the inbox. */
export const alarms: Probe = async (graph) => {
  const clock = steppedClock();
  const metrics = createMetrics(clock);
  const lines: string[] = [];
  const watch = watchAlarms({ clock, metrics, sample: () => {}, print: (line) => lines.push(line) });
  const resources = resolveLocally(graph, ENDPOINTS);
  watch.configure(resources);
  const dimensions = { ApiName: nameOf(graph, 'aws:apigateway/restApi:RestApi'), Stage: 'prod' };
  const ofFunction = { FunctionName: nameOf(graph, 'aws:lambda/function:Function', 'functions.one') };
  const duration = metrics.recorder({ namespace: 'AWS/Lambda', name: 'Duration', dimensions: ofFunction });
  const failure = metrics.recorder({ namespace: 'AWS/ApiGateway', name: '5XXError', dimensions });
  const request = metrics.recorder({ namespace: 'AWS/ApiGateway', name: 'Count', dimensions });
  for (const { durations = [], requests: sent = [] } of MINUTES) {
    for (const value of durations) duration(value);
    for (const value of sent) {
      failure(value);
      request(1);
    }
    clock.step(MINUTE);
    lines.push('-');
  }
  watch.stop();
  const definitions = watch.alarms.states().map(({ definition }) => definition);
  return [lines, watch.inbox.messages(), definitions];
};
