// Checks that the rate rule of AWS WAF leaves most of the throttle to other clients.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { throttlesOf } from '../common/throttles';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'rate-limit-beyond-throttle': {
    code: 'ENV3099',
    severity: 'warning',
    summary: 'One IP address can use up the whole throttle.',
    explanation: [
      'The rate rule of `api.webAcl` prevents one client from using up the throttle of all others.',
      'If it allows more requests in its window than the throttle of the API or of a route admits in that time, the throttle rejects requests of all clients before the rule blocks that client.',
    ],
    message: (p: { requests: number; windowSeconds: number; rateLimit: number }) =>
      `one address may send ${p.requests} requests in ${p.windowSeconds} s, and the throttle admits ${p.rateLimit * p.windowSeconds} of all clients`,
  },
});

const REQUESTS = specPath('api', 'webAcl', 'rateLimit', 'requests');

/** ENV3099: one address can use up the lowest throttle of the API and its routes. */
export const webAclRule: Rule = {
  diagnose,
  *check({ environment: { api }, at, otherSide }) {
    if (api?.webAcl === undefined) return;
    const { requests, windowSeconds } = api.webAcl.rateLimit;
    const lowest = throttlesOf(api).reduce((one, other) =>
      other.throttle.rateLimit < one.throttle.rateLimit ? other : one,
    );
    const { rateLimit } = lowest.throttle;
    const most = rateLimit * windowSeconds;
    if (requests < most) return;
    const help = `lower requests to ${Math.floor(most / 4)}, a quarter of the throttle; or raise the throttle`;
    const related = otherSide('the throttle', [...lowest.path, 'rateLimit']);
    const found = { requests, windowSeconds, rateLimit };
    yield diagnose('rate-limit-beyond-throttle', at(REQUESTS), found, { help, related });
  },
};
