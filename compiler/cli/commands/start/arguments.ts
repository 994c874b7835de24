// The arguments of `start`.

import { type FaultRule, FaultSyntaxError, parseFaults } from '../../../local/front/fault-rules';
import { LIMITS_MODES, type LimitsMode } from '../../../local/limits-mode';
import {
  examples,
  formatOf,
  InvalidArgumentError,
  type JsonOption,
  Option,
  type TextOrJson,
} from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `start`. */
export interface StartArguments {
  readonly spec: string;
  /** 0 chooses a free port. */
  readonly port: number;
  /** The directory to store data in (default: in memory). */
  readonly data?: string;
  /** The ports of the stand-ins; 0 chooses a free port. */
  readonly dynamodbPort: number;
  readonly sqsPort: number;
  readonly limits: LimitsMode;
  /** How many times faster than real time the run's clock is. */
  readonly clock: number;
  /** The URL that receives the messages to webhooks (default: the run's own receiver). */
  readonly webhookTo?: string;
  /** The faults to inject into calls to tables and queues; absent: none. */
  readonly faults?: readonly FaultRule[];
  readonly format: TextOrJson;
}

/** Declares `start`. */
export const declareStart: Declare<StartArguments> = (command, run) => {
  command
    .description('serve the API on embedded AWS stand-ins, and reload when the spec or a function is saved')
    .option('--spec <file>', 'the spec: a file, or the name of an environment of spec/', 'spec/pr1234.yaml')
    .option('--port <number>', 'the port on 127.0.0.1; 0 chooses a free port', parsePort, 3000)
    .option('--data <directory>', 'directory to store data in (default: in memory)', parseDirectory)
    .option('--dynamodb-port <number>', 'the port of the DynamoDB stand-in; 0 chooses a free port', parsePort, 0)
    .option('--sqs-port <number>', 'the port of the SQS stand-in; 0 chooses a free port', parsePort, 0)
    .addOption(
      new Option(
        '--limits <mode>',
        'apply the limits of the spec: refuse requests, only count those to refuse, or ignore the limits',
      )
        .choices(LIMITS_MODES)
        .default('enforce'),
    )
    .option('--clock <speed>', 'run the clock of limits this many times as fast as real time', parseSpeed, 1)
    .option(
      '--webhook-to <url>',
      'post the events of all webhooks to this URL (default: the inbox of the console)',
      parseReceiver,
    )
    .option(
      '--faults <rules>',
      'inject faults into calls to tables and queues, such as "dynamodb:PutItem=throttle:5%,latency:300ms;sqs:*=error:1%"',
      parseFaultRules,
    )
    .option('--json', 'print URLs and ports as one JSON value; print messages on standard error')
    .addHelpText('after', examples('start', 'start --spec spec/development.yaml --port 8080 --data .data'))
    .action(({ json, ...options }: Omit<StartArguments, 'format'> & JsonOption) =>
      run({ ...options, format: formatOf({ json }) }),
    );
};

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}

/** The fastest clock: a day of the run's time in less than ten seconds. */
const MAXIMUM_SPEED = 10_000;

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (!(speed >= 1 && speed <= MAXIMUM_SPEED))
    throw new InvalidArgumentError(`a speed is a number from 1 to ${MAXIMUM_SPEED}.`);
  return speed;
}

function parseReceiver(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new InvalidArgumentError('a URL that starts with http:// or https:// is expected.');
  return text;
}

function parseFaultRules(text: string): readonly FaultRule[] {
  try {
    return parseFaults(text);
  } catch (error) {
    if (error instanceof FaultSyntaxError) throw new InvalidArgumentError(error.message.replace(/[^?]$/, '$&.'));
    throw error;
  }
}

function parseDirectory(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('the path of a directory is expected.');
  return text;
}
