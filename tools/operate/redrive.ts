// Replays the requests in the dead-letter queue: npm run redrive -- --queue URL (--function NAME | --url URL) [--region R] [--endpoint URL].

import { parseArgs } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ApiResponse } from '../../runtime/event';
import { type QueueMessage, type Redrive, redriveQueue } from '../../runtime/redrive';

const USAGE =
  'usage: npm run redrive -- --queue URL (--function NAME | --url API-URL) [--region REGION] [--endpoint SQS-URL]';

/** The time for which a message that remains in the queue is hidden, in seconds; longer than a run takes. */
const VISIBILITY_TIMEOUT_SECONDS = 900;

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { queue: text, function: text, url: text, region: text, endpoint: text };
  const { queue, function: name, url, region, endpoint } = parseArgs({ options }).values;
  if (queue === undefined || (name === undefined) === (url === undefined)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const sqs = new SQSClient({ ...(region && { region }), ...(endpoint && { endpoint }) });
  const receipts = new Map<string, string>();
  const counts = await redriveQueue({
    async receive() {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: queue,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: VISIBILITY_TIMEOUT_SECONDS,
          WaitTimeSeconds: 1,
        }),
      );
      return Messages.map(({ MessageId: id = '', ReceiptHandle = '', Body: body = '' }): QueueMessage => {
        receipts.set(id, ReceiptHandle);
        return { id, body };
      });
    },
    async remove({ id }) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: receipts.get(id) }));
    },
    send: url === undefined ? invokeFunction(name ?? '', region) : callApi(url),
    report: (line) => console.log(line),
  });
  const { done, doneBefore, dropped, kept, failed } = counts;
  console.log(
    `${done} processed, ${doneBefore} already processed, ${dropped} dropped, ${kept} kept for an operator, ${failed} failed`,
  );
  if (kept + failed > 0) process.exitCode = 1;
}

/** Invokes the function directly, without access to the API. */
function invokeFunction(FunctionName: string, region: string | undefined): Redrive['send'] {
  const lambda = new LambdaClient(region ? { region } : {});
  return async (event) => {
    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) }),
    );
    if (FunctionError) throw new Error(`the function failed: ${FunctionError}`);
    return JSON.parse(Buffer.from(Payload ?? []).toString()) as ApiResponse;
  };
}

/** Calls an API that accepts unsigned requests, such as a local run. */
function callApi(url: string): Redrive['send'] {
  return async ({ httpMethod = 'POST', path = '', body, headers }) => {
    const response = await fetch(url.replace(/\/$/, '') + path, {
      method: httpMethod,
      headers: headers as Record<string, string>,
      ...(body && { body }),
    });
    return {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };
}

main().catch((error: unknown) => {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
