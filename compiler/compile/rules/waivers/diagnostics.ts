// The diagnostics of waivers.

import { defineDiagnostics } from '../../../diagnostics/definition';

/** Creates a diagnostic about a waiver. */
export const diagnose = defineDiagnostics({
  'waiver-expired': {
    code: 'ENV3050',
    severity: 'warning',
    summary: 'A waiver has expired, and its finding counts again.',
    explanation: [
      'A waiver accepts a finding until the day in `expires`.',
      'After that day its finding counts again, with its own severity: a warning is a warning, and an error stops the compilation.',
      'Fix the finding and remove the waiver, or move the date if the reason still applies.',
      'If the reason is permanent by design, use `reviewBy` in place of `expires`: such a waiver still applies after its day.',
    ],
    message: (p: { name: string; expires: string; today: string }) =>
      `waiver "${p.name}" expired on ${p.expires}; today is ${p.today}`,
  },
  'waiver-too-long': {
    code: 'ENV3051',
    severity: 'error',
    summary: 'A waiver whose expiry or review date is more than a year ahead.',
    explanation: [
      'The reason of a waiver must be reviewed at least once a year, so `expires` and `reviewBy` are at most 366 days ahead.',
    ],
    message: (p: { name: string; field: 'expires' | 'reviewBy'; day: string; last: string }) =>
      `waiver "${p.name}": ${p.field} is ${p.day}; ${p.last} is the latest day allowed`,
  },
  'waiver-date': {
    code: 'ENV3052',
    severity: 'error',
    summary: 'A waiver with a date that does not exist.',
    explanation: ['A date is written as YYYY-MM-DD and is in UTC.', 'The waiver still applies on that day.'],
    message: (p: { found: string }) => `the date ${p.found} does not exist`,
  },
  'waiver-days': {
    code: 'ENV3240',
    severity: 'error',
    summary: 'A waiver must have exactly one of expires and reviewBy.',
    explanation: [
      '`expires` is for a finding that will be fixed: after that day the finding counts again.',
      '`reviewBy` is for a reason that is permanent by design: the waiver still applies after that day, and reports show the day as a reminder to review the reason.',
    ],
    message: (p: { name: string; found: string }) => `waiver "${p.name}" has ${p.found}`,
  },
  'waiver-code': {
    code: 'ENV3053',
    severity: 'error',
    summary: 'A waiver of an error that cannot be waived, or of an unknown code.',
    explanation: [
      'Every warning can be waived.',
      'ENV3090, an API without authentication, is the only error that can be waived.',
      'Any other error means that AWS rejects the system, or that it does not work.',
      '`payment-spec explain CODE` explains a code.',
      'Codes of linters, such as CKV_AWS_117, are not checked here: the linter defines them.',
    ],
    message: (p: { code: string; isError: boolean }) =>
      p.isError ? `${p.code} is an error and cannot be waived` : `unknown diagnostic "${p.code}"`,
  },
  'waiver-path': {
    code: 'ENV3054',
    severity: 'error',
    summary: 'A waiver for a path that does not exist in the spec.',
    explanation: [
      'The path must be the path of a field, as `payment-spec plan --resolved` prints it.',
      'The waiver covers the field and everything below it.',
      'When you remove a part, also remove its waivers.',
    ],
    message: (p: { path: string }) => `the path "${p.path}" does not exist in the spec`,
  },
  'waiver-value': {
    code: 'ENV3241',
    severity: 'warning',
    summary: 'A waiver accepts a finding at another value of its field.',
    explanation: [
      'A reason that is valid for 30 days of logs may not be valid for one day.',
      'A waiver therefore has the `value` of the field at which the finding was accepted, and does not apply at other values.',
      'If the reason also applies to the new value, change `value`.',
      'A finding about a whole part, which is not a single value, does not need a `value`.',
    ],
    message: (p: { name: string; code: string; path: string; accepted: string | undefined; now: string }) =>
      p.accepted === undefined
        ? `waiver "${p.name}" is missing the value of ${p.path} at which it accepts ${p.code}`
        : `waiver "${p.name}" accepts ${p.code} at the value "${p.accepted}"; ${p.path} is "${p.now}"`,
  },
  'unused-waiver': {
    code: 'ENV3055',
    severity: 'warning',
    summary: 'A waiver does not cover a finding.',
    explanation: [
      'The finding was fixed, or it is at another path.',
      'An unused waiver would hide the next finding at its path.',
    ],
    message: (p: { name: string; code: string; path: string }) =>
      `waiver "${p.name}" has no effect: ${p.code} is not reported at ${p.path}`,
  },
});
