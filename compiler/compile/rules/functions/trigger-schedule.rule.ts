// Checks that EventBridge Scheduler accepts the schedules of functions, and that they run.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { isFrom, type ScheduleTrigger } from '../../../language/expand/triggers';
import type { Rule, RuleContext } from '../rule';
import { cronProblems, hasDate } from '../system/cron';
import { diagnoseCron } from '../system/schedule.rule';

const diagnose = defineDiagnostics({
  'schedule-form': {
    code: 'ENV3284',
    severity: 'error',
    summary: 'EventBridge Scheduler rejects a rate or a date.',
    explanation: [
      'A rate is a whole number of at least 1 and a unit: minutes, hours or days (EventBridge Scheduler User Guide, "Schedule types").',
      'A date is `at(YYYY-MM-DDThh:mm:ss)`, without a fraction or an offset; timeZone sets the time zone.',
    ],
    message: (p: { schedule: string; example: string }) => `"${p.schedule}" is not a schedule; expected ${p.example}`,
  },
  'schedule-never': {
    code: 'ENV3285',
    severity: 'warning',
    summary: 'A schedule never runs again.',
    explanation: [
      'Its date or its last year has passed, or no month has its day.',
      'EventBridge Scheduler accepts such a schedule, and does not invoke the function.',
    ],
    message: (p: { name: string; schedule: string; today: string }) =>
      `trigger "${p.name}" never runs: ${p.schedule} has no time after ${p.today}`,
  },
  'time-zone': {
    code: 'ENV3286',
    severity: 'error',
    summary: 'The time zone of a schedule does not exist.',
    explanation: [
      'EventBridge Scheduler knows the names of the IANA time zone database, such as Europe/Berlin, and rejects other names.',
      'An abbreviation such as CEST is not a time zone: it does not say when daylight saving time begins.',
    ],
    message: (p: { name: string; timeZone: string }) => `trigger "${p.name}" has the unknown time zone "${p.timeZone}"`,
  },
  'schedule-limit': {
    code: 'ENV3287',
    severity: 'error',
    summary: 'EventBridge Scheduler rejects the retries or the input of a schedule.',
    explanation: [
      'EventBridge Scheduler retries an invocation at most 185 times (EventBridge Scheduler API Reference, RetryPolicy).',
      'The limit of 10,000 retries applies to tables only.',
      'The input of a schedule has at most 262,144 bytes as JSON, which is the limit of an asynchronous invocation (AWS Lambda quotas).',
    ],
    message: {
      retries: (p: { name: string; attempts: number }) =>
        `trigger "${p.name}" has ${p.attempts} retries; EventBridge Scheduler allows at most ${MOST_RETRIES}`,
      input: (p: { name: string; bytes: number }) =>
        `the input of trigger "${p.name}" has ${p.bytes} bytes as JSON; EventBridge Scheduler allows at most ${MOST_INPUT_BYTES}`,
    },
  },
});

/** EventBridge Scheduler API Reference, RetryPolicy: MaximumRetryAttempts. */
const MOST_RETRIES = 185;

/** EventBridge Scheduler User Guide, quotas: the payload of a target. */
const MOST_INPUT_BYTES = 262_144;

/**
 * ENV3202: a field of cron. ENV3284: another form. ENV3285: a schedule that never runs. ENV3286: an unknown time zone. ENV3287: retries or
 * an input above the limits.
 */
export const triggerScheduleRule: Rule = {
  diagnose,
  *check(context) {
    for (const trigger of context.environment.facts.triggers.filter(isFrom('schedule'))) {
      yield* checkExpression(context, trigger);
      const { name, timeZone } = trigger;
      const place = context.at(['functions', trigger.function, 'triggers', name, 'timeZone']);
      if (!isTimeZone(timeZone)) yield diagnose('time-zone', place, { name, timeZone });
      yield* checkLimits(context, trigger);
    }
  },
};

function* checkLimits({ at }: RuleContext, trigger: ScheduleTrigger): Generator<Diagnostic> {
  const { name, maximumRetryAttempts: attempts, input } = trigger;
  const path = ['functions', trigger.function, 'triggers', name] as const;
  if (attempts > MOST_RETRIES) {
    const help = `lower maximumRetryAttempts to ${MOST_RETRIES}`;
    yield diagnose(
      'schedule-limit',
      at([...path, 'maximumRetryAttempts']),
      { is: 'retries', name, attempts },
      { help },
    );
  }
  const bytes = input === undefined ? 0 : Buffer.byteLength(JSON.stringify(input));
  if (bytes > MOST_INPUT_BYTES) yield diagnose('schedule-limit', at([...path, 'input']), { is: 'input', name, bytes });
}

function* checkExpression({ at, today }: RuleContext, trigger: ScheduleTrigger): Generator<Diagnostic> {
  const { name, schedule } = trigger;
  const [, form, text = ''] = /^(cron|rate|at)\((.*)\)$/.exec(schedule) ?? [];
  const place = at(['functions', trigger.function, 'triggers', name, 'schedule']);
  if (form === 'cron') {
    const problems = cronProblems(text);
    for (const problem of problems) yield diagnoseCron(place, problem);
    if (problems.length > 0) return;
  } else if (form === 'rate' ? !isRate(text) : !isDate(text)) {
    const example = form === 'rate' ? 'rate(VALUE UNIT), such as rate(5 minutes)' : 'at(YYYY-MM-DDThh:mm:ss)';
    yield diagnose('schedule-form', place, { schedule, example });
    return;
  }
  const runs = form === 'cron' ? hasDate(text, today) : form === 'rate' || text.slice(0, today.length) >= today;
  if (!runs) yield diagnose('schedule-never', place, { name, schedule, today });
}

function isRate(text: string): boolean {
  return /^[1-9][0-9]* (minute|hour|day)s?$/.test(text);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}Z`);
  // Date.parse accepts February 30 as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Intl also accepts offsets, and names in other capitals.
    return name === 'UTC' || /^[A-Z][A-Za-z_]+\/[A-Z]/.test(name);
  } catch {
    return false;
  }
}
