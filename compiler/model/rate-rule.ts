// A rate-based rule of AWS WAF: blocks a key, such as an address, whose requests of a window exceed a limit (AWS WAF
// Developer Guide, "Rate-based rule high-level settings in AWS WAF" and "Rate-based rule caveats in AWS WAF").

import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';

/** AWS WAF checks the rate about every 10 s, independent of the window. */
const CHECK_SECONDS = 10;

/** The limit of a rate-based rule. */
export interface RateRuleSettings {
  readonly requests: number;
  readonly windowSeconds: number;
}

/** The requests of a key in each interval between two checks, oldest first, and whether the rule matches the key. */
interface KeyState {
  counts: { readonly interval: number; requests: number }[];
  isBlocked: boolean;
  checked: number;
}

/** A rate-based rule with its state. Times are in seconds. AWS WAF gives recent requests more weight; this model does not. */
export class RateRule {
  private readonly keys = new Map<string, KeyState>();
  private swept = 0;

  constructor(
    private readonly settings: RateRuleSettings,
    private readonly assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {}

  /** Counts a request; returns whether the rule matches it. */
  matches(now: number, key: string): boolean {
    const interval = Math.floor(now / CHECK_SECONDS);
    this.sweep(now, interval);
    const state = this.check(now, this.keys.get(key) ?? { counts: [], isBlocked: false, checked: interval });
    this.keys.set(key, state);
    if (state.isBlocked && !this.assumptions.blockedRequestsCount) return true;
    const last = state.counts.at(-1);
    if (last?.interval === interval) last.requests += 1;
    else state.counts.push({ interval, requests: 1 });
    return state.isBlocked;
  }

  /** Updates whether the rule matches a key, if AWS WAF has checked the rate since the key's last request. */
  private check(now: number, state: KeyState): KeyState {
    const interval = Math.floor(now / CHECK_SECONDS);
    if (interval === state.checked) return state;
    const first = interval - this.settings.windowSeconds / CHECK_SECONDS;
    state.counts = state.counts.filter((one) => one.interval >= first);
    state.isBlocked = state.counts.reduce((sum, one) => sum + one.requests, 0) > this.settings.requests;
    state.checked = interval;
    return state;
  }

  /** Forgets keys without requests in the window, once in each interval. */
  private sweep(now: number, interval: number): void {
    if (interval === this.swept) return;
    this.swept = interval;
    for (const [key, state] of this.keys) if (this.check(now, state).counts.length === 0) this.keys.delete(key);
  }
}
