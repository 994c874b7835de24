// The rate rule of AWS WAF leaves some of the throttle to others.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

const REQUESTS = ['api', 'webAcl', 'rateLimit', 'requests'];

/** ENV3099: one address may take all that the throttle lets through. */
export const webAclRule: Rule = ({ environment: { api }, at, otherSide }) => {
  if (api?.webAcl === undefined) return [];
  const { requests, windowSeconds } = api.webAcl.rateLimit;
  const { rateLimit } = api.throttle;
  const most = rateLimit * windowSeconds;
  if (requests < most) return [];
  const help = `requests: ${Math.floor(most / 4)}, a quarter of it; or a higher throttle`;
  const related = otherSide('the throttle', ['api', 'throttle', 'rateLimit']);
  return [
    diagnose('rate-limit-beyond-throttle', at(REQUESTS), { requests, windowSeconds, rateLimit }, { help, related }),
  ];
};
