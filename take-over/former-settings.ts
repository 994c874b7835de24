// Translates the environment variables of the Python program to fields of a spec.

import type { CompileContext } from '../compiler/compile/compile';
import { valuesOf } from '../compiler/language/values/values';
import type { YamlEntry } from '../compiler/language/values/yaml-lines';
import type { PathStep, Plain, SpecMap } from '../compiler/source/spec-node';

/** A variable of the Python program has an invalid value. The message is for the user. */
export class InvalidVariable extends Error {}

/** A field that corresponds to a variable of the Python program. */
export interface FormerSetting {
  readonly path: readonly PathStep[];
  readonly value: Plain;
  /** The reason for a value that does not come from a variable. */
  readonly comment?: string;
}

/** The fields that follow from the variables, with notes for the user. */
export interface FormerSettings {
  readonly environment?: string;
  readonly suffix?: string;
  readonly settings: readonly FormerSetting[];
  readonly notes: readonly string[];
}

interface Variable {
  readonly name: string;
  readonly path: readonly PathStep[];
  readonly read: (text: string, name: string) => Plain;
  /** The value that pr1234 was deployed with. */
  readonly former: string;
}

const UTILIZATION = 'DYNAMODB_TARGET_UTILIZATION';
const FUNCTION = ['functions', 'payment-processor'];
const QUEUE = ['queues', 'payment-processor-dlq'];
const ALARM = ['alarms', 'payment-processor-error-rate'];
const TABLE = ['tables', 'payments'];
const WAIVER = ['waivers', 'unsigned-requests'];
const scaling = (direction: string, field: string) => [...TABLE, 'capacity', direction, 'autoscaling', field];

/** The fields in the order of a spec. Fields without a variable were constants of the program. */
const SETTINGS: readonly (Variable | FormerSetting)[] = [
  { name: 'PROJECT_NAME', path: ['project'], read: text, former: 'payment' },
  { name: 'AWS_REGION', path: ['region'], read: text, former: 'us-east-1' },
  { name: 'APPLICATION', path: ['application'], read: text, former: 'PaymentProcessing' },
  { name: 'COST_CENTER', path: ['costCenter'], read: text, former: 'Finance-123' },
  { name: 'ENABLE_XRAY_TRACING', path: ['tracing'], read: yesOrNo, former: 'true' },
  { name: 'LOG_RETENTION_DAYS', path: ['logRetentionDays'], read: number, former: '7' },
  { path: ['encryption', 'key'], value: 'SERVICE_OWNED', comment: 'as in the Python program' },
  { path: ['permissionsBoundary'], value: 'NONE' },
  { path: [...TABLE, 'billingMode'], value: 'PROVISIONED' },
  { name: 'DYNAMODB_MIN_READ_CAPACITY', path: scaling('read', 'minimum'), read: number, former: '5' },
  { name: 'DYNAMODB_MAX_READ_CAPACITY', path: scaling('read', 'maximum'), read: number, former: '50' },
  { name: UTILIZATION, path: scaling('read', 'targetUtilizationPercent'), read: number, former: '70' },
  { name: 'DYNAMODB_MIN_WRITE_CAPACITY', path: scaling('write', 'minimum'), read: number, former: '5' },
  { name: 'DYNAMODB_MAX_WRITE_CAPACITY', path: scaling('write', 'maximum'), read: number, former: '50' },
  { name: UTILIZATION, path: scaling('write', 'targetUtilizationPercent'), read: number, former: '70' },
  { path: [...TABLE, 'deletionProtection'], value: false, comment: 'as in the Python program' },
  {
    name: 'DLQ_MESSAGE_RETENTION_SECONDS',
    path: [...QUEUE, 'messageRetentionSeconds'],
    read: number,
    former: '1209600',
  },
  { path: [...QUEUE, 'requireTls'], value: false },
  { name: 'LAMBDA_MEMORY_SIZE', path: [...FUNCTION, 'memorySizeMegabytes'], read: number, former: '512' },
  { name: 'LAMBDA_TIMEOUT', path: [...FUNCTION, 'timeoutSeconds'], read: number, former: '30' },
  { name: 'LAMBDA_RESERVED_CONCURRENCY', path: [...FUNCTION, 'reservedConcurrency'], read: number, former: '100' },
  {
    path: ['api', 'authorization'],
    value: 'NONE',
    comment: 'as in the Python program, until clients sign their requests',
  },
  { name: 'API_THROTTLE_RATE_LIMIT', path: ['api', 'throttle', 'rateLimit'], read: number, former: '1000' },
  { name: 'API_THROTTLE_BURST_LIMIT', path: ['api', 'throttle', 'burstLimit'], read: number, former: '2000' },
  { path: ['api', 'cache', 'clusterSizeGigabytes'], value: '0.5' },
  { name: 'API_CACHE_TTL', path: ['api', 'cache', 'ttlSeconds'], read: number, former: '300' },
  { path: ['api', 'routes', 'get-payment', 'cache'], value: true },
  { path: ['api', 'routes', 'get-payments', 'cache'], value: true },
  { path: ['api', 'executionLogging'], value: 'OFF', comment: 'logging requires a role that its account did not have' },
  { path: ['api', 'accessLogging'], value: false },
  { name: 'ERROR_RATE_THRESHOLD', path: [...ALARM, 'threshold'], read: number, former: '1.0' },
  { path: ['monitoring', 'generatedAlarms'], value: false, comment: 'only the alarms of the Python program' },
  { path: ['monitoring', 'dashboard'], value: false },
  { path: [...WAIVER, 'code'], value: 'ENV3090' },
  { path: [...WAIVER, 'path'], value: 'api.authorization' },
  { path: [...WAIVER, 'value'], value: 'NONE' },
  { path: [...WAIVER, 'reason'], value: 'As in the Python program, whose clients do not sign their requests yet.' },
];

/** Reads the variables; a missing one has the value that pr1234 was deployed with. InvalidVariable for an invalid value. */
export function readFormerSettings({ variables, today }: CompileContext): FormerSettings {
  const names = SETTINGS.flatMap((setting) => ('name' in setting ? [setting.name] : []));
  const missing = [...new Set(names.filter((name) => !variables[name]))];
  const notes = missing.length === 0 ? [] : [`not set; the values of pr1234 are used: ${missing.join(', ')}`];
  const settings = SETTINGS.map((setting): FormerSetting => {
    if (!('name' in setting)) return setting;
    const { name, path, read, former } = setting;
    const value = read(variables[name] || former, name);
    if (name !== 'LAMBDA_TIMEOUT' || typeof value !== 'number' || value <= LONGEST_TIMEOUT) return { path, value };
    notes.push(`LAMBDA_TIMEOUT is ${value} s, but API Gateway waits only 29 s; ${LONGEST_TIMEOUT} s is used`);
    return { path, value: LONGEST_TIMEOUT, comment: `LAMBDA_TIMEOUT was ${value}; API Gateway waits 29 s` };
  });
  const { ENVIRONMENT: environment, ENVIRONMENT_SUFFIX: suffix } = variables;
  return {
    ...(environment ? { environment } : {}),
    ...(suffix ? { suffix } : {}),
    settings: [...settings, { path: [...WAIVER, 'expires'], value: expiryFrom(today) }],
    notes,
  };
}

/** The settings that differ from the extended spec and the defaults, except for settings that are already in the new spec. */
export function differentSettings(
  inherited: SpecMap,
  { settings }: FormerSettings,
  decided: readonly YamlEntry[],
): readonly YamlEntry[] {
  const key = (path: YamlEntry['path']) => path.join('\0');
  const known = new Map(valuesOf(inherited).map(({ path, value }) => [key(path), JSON.stringify(value)]));
  const isDecided = new Set(decided.map(({ path }) => key(path)));
  return settings.filter(
    ({ path, value }) => !isDecided.has(key(path)) && known.get(key(path)) !== JSON.stringify(value),
  );
}

/** The day half a year later, when clients should sign their requests. */
function expiryFrom(today: string): string {
  return new Date(Date.parse(today) + 182 * 86_400_000).toISOString().slice(0, 10);
}

/** Maximum timeout of a function behind API Gateway in seconds: 1 s less than the integration timeout of 29 s. */
const LONGEST_TIMEOUT = 28;

function text(value: string): string {
  return value;
}

function number(value: string, name: string): number {
  const read = Number(value);
  if (!Number.isFinite(read)) throw new InvalidVariable(`${name} is ${JSON.stringify(value)}; it must be a number`);
  return read;
}

function yesOrNo(value: string, name: string): boolean {
  if (!/^(true|false)$/i.test(value))
    throw new InvalidVariable(`${name} is ${JSON.stringify(value)}; it must be true or false`);
  return value.toLowerCase() === 'true';
}
