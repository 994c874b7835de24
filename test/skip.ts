// Skips tests with a reason that the reporter prints.

/** Skips a test, or from a `before` hook the tests of its suite. The reporter reads the reason from the title. */
export function skip(context: Mocha.Context, reason: string): never {
  const runnable = context.test;
  const isHook = runnable !== undefined && 'type' in runnable && runnable.type === 'hook';
  const subject = isHook ? runnable.parent : runnable;
  if (subject !== undefined) subject.title += ` (skipped: ${reason})`;
  return context.skip();
}

/** Skips the tests of a suite because a tool is missing. Fails on CI, where all tools are expected. */
export function skipWithout(context: Mocha.Context, tools: string): never {
  if (process.env.CI === 'true') throw new Error(`${tools} is missing, and CI=true does not allow skipped suites`);
  return skip(context, `needs ${tools}`);
}
