// Checks which limit rising load reaches first: the throttle (429) or the concurrency (500), by Little's law.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { neededExecutions, REQUESTS_PER_EXECUTION, servedPerSecond } from '../../../model/lambda-concurrency';
import { concurrencyOf } from '../common/quotas';
import { throttlesOf } from '../common/throttles';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'concurrency-before-throttle': {
    code: 'ENV3025',
    severity: 'warning',
    summary: 'Under rising load, a function runs out of concurrency before the throttle rejects requests.',
    explanation: [
      "By Little's law, N concurrent executions of D seconds each serve N / D requests a second.",
      'Lambda also limits a function to 10 requests a second for each concurrent execution (AWS Lambda Developer Guide, "Understanding concurrency and requests per second").',
      "Above that, the client receives 500 from Lambda's throttling; the throttle of the API would respond with 429.",
      'Lower the throttle, reserve more concurrency, or respond faster.',
    ],
    message: (p: {
      name: string;
      instances: number;
      /** Absent if requests are so short that Lambda's limit of 10 requests a second applies first. */
      millisecondsEach: number | undefined;
      reachable: number;
      rateLimit: number;
    }) =>
      `"${p.name}" runs out of concurrency at ${p.reachable} requests/s (${p.instances} concurrent executions, ${
        p.millisecondsEach === undefined ? 'at most 10 requests/s each' : `${p.millisecondsEach} ms a request`
      }), below the throttle of ${p.rateLimit}; clients get 500, not 429`,
  },
  'expected-duration-beyond-timeout': {
    code: 'ENV3026',
    severity: 'error',
    summary: 'The expected duration of a function exceeds its timeout.',
    explanation: [
      'Lambda ends an invocation at its timeout, so no invocation of the expected duration would respond.',
      'One of the two values is wrong.',
      'Check the units: the expected duration is in milliseconds, the timeout in seconds.',
    ],
    message: (p: { name: string; expectedDurationMilliseconds: number; timeoutSeconds: number }) =>
      `"${p.name}" is expected to run for ${p.expectedDurationMilliseconds} ms; its timeout is ${p.timeoutSeconds} s`,
  },
});

/** ENV3025: concurrency that is used up below the throttle. ENV3026: an expected duration above the timeout. */
export const concurrencyRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    const { api, functions } = environment;
    const throttles = api === undefined ? [] : throttlesOf(api);
    for (const [name, { expectedDurationMilliseconds, timeoutSeconds }] of Object.entries(functions)) {
      const expected = specPath('functions', name, 'expectedDurationMilliseconds');
      if (expectedDurationMilliseconds !== undefined && expectedDurationMilliseconds >= timeoutSeconds * 1000) {
        const related = otherSide('the timeout', ['functions', name, 'timeoutSeconds']);
        const found = { name, expectedDurationMilliseconds, timeoutSeconds };
        yield diagnose('expected-duration-beyond-timeout', at(expected), found, { related });
        continue;
      }
      const instances = concurrencyOf(environment, name);
      const duration = expectedDurationMilliseconds ?? 0;
      const isShort = duration * REQUESTS_PER_EXECUTION <= 1000;
      const millisecondsEach = isShort ? undefined : duration;
      const reachable = Math.floor(servedPerSecond(instances, duration));
      for (const { throttle, path, functions: behind } of throttles) {
        const { rateLimit } = throttle;
        if (!behind.has(name) || rateLimit <= reachable) continue;
        const needed = Math.ceil(neededExecutions(rateLimit, duration));
        yield diagnose(
          'concurrency-before-throttle',
          at([...path, 'rateLimit']),
          { name, instances, millisecondsEach, reachable, rateLimit },
          {
            help: `lower rateLimit to ${reachable}; or raise functions.${name}.reservedConcurrency to ${needed}`,
            related: [
              ...otherSide(`${instances} concurrent executions`, ['functions', name, 'reservedConcurrency']),
              ...(millisecondsEach === undefined ? [] : otherSide(`${duration} ms each`, expected)),
            ],
          },
        );
      }
    }
  },
};
