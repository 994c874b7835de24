// The permissions of functions in a local run: the run allows the calls that a role allows, and refuses all others.

import { expect } from 'chai';
import { compileSpec } from '../../../../compiler/compile/compile';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { readFrom } from '../../../../compiler/host/files';
import { processContext } from '../../../../compiler/host/process-context';
import type { AnsweredCall } from '../../../../compiler/local/front/call';
import { checkPermissions } from '../../../../compiler/local/front/permissions';
import { ROOT } from '../../../spec';
import { cleanUp, run, withInputs } from '../project';
import { tableOf } from '../store-clients';

const SPECS = ['development', 'pr', 'pr1234', 'production'];

/** Routes without authorization, because only the calls of the function are of interest. */
function openGraph(spec: string): ResourceGraph {
  const { graph } = compileSpec(`spec/${spec}.yaml`, readFrom(ROOT), processContext());
  if (graph === undefined) throw new Error(`spec/${spec}.yaml does not compile`);
  const open = withInputs(graph, 'aws:apigateway/method:Method', { authorization: 'NONE', apiKeyRequired: false });
  return {
    ...open,
    resources: open.resources.filter(({ kind }) => kind !== 'aws:apigateway/restApiPolicy:RestApiPolicy'),
  };
}

/** A graph without an action in the policies of the functions' roles. */
function without(action: string, graph: ResourceGraph): ResourceGraph {
  const resources = graph.resources.map((node) =>
    node.kind === 'aws:iam/rolePolicy:RolePolicy'
      ? JSON.parse(JSON.stringify(node).replaceAll(`"${action}",`, '').replaceAll(`,"${action}"`, ''))
      : node,
  ) as ResourceGraph['resources'];
  expect(JSON.stringify(resources)).to.not.equal(JSON.stringify(graph.resources));
  return { ...graph, resources };
}

describe('the permissions of functions in a local run', () => {
  afterEach(cleanUp);

  /** Runs a graph, and sends requests to each route. */
  async function callAllRoutes(graph: ResourceGraph) {
    const calls: AnsweredCall[] = [];
    const localRun = await run(graph, { root: ROOT, onCall: (call) => calls.push(call), limits: 'off' });
    const [route] = localRun.routes;
    const url = `${localRun.url}/${route?.stage}/payments`;
    const headers = { 'Content-Type': 'application/json' };
    const body = (id: string) =>
      JSON.stringify({ id, amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' });
    const statuses: Record<string, number> = {};
    const send = async (name: string, path: string, init: RequestInit = {}) => {
      const response = await fetch(`${url}${path}`, { headers, ...init });
      await response.text();
      statuses[name] = response.status;
    };
    await send('post', '', { method: 'POST', body: body('pay-1') });
    await send('post of another', '', { method: 'POST', body: body('pay-2') });
    await send('get', '/pay-1');
    await send('list', '?status=processed');
    await send('refund', '/pay-1/refund', { method: 'POST' });
    await send('cancel', '/pay-2/cancel', { method: 'POST' });
    return { localRun, calls, statuses };
  }

  const isOfHandler = ({ caller }: AnsweredCall) =>
    caller.is === 'function' && caller.principal.name.includes('payment-processor');

  for (const spec of SPECS)
    it(`include all calls of the handler under spec/${spec}.yaml`, async () => {
      const { calls, statuses } = await callAllRoutes(openGraph(spec));
      expect(statuses).to.include({ post: 200, get: 200, list: 200 });
      expect(calls.filter(({ answer }) => answer.refusedBy !== undefined)).to.deep.equal([]);
      expect(new Set(calls.filter(isOfHandler).map(({ operation }) => operation))).to.include.keys(
        'PutItem',
        'GetItem',
        'UpdateItem',
        'Query',
      );
      expect(calls.filter(({ caller }) => caller.is !== 'function')).to.deep.equal([]);
    });

  it('do not include an action that the policies do not allow: the call is refused with the message of IAM', async () => {
    const { localRun, calls, statuses } = await callAllRoutes(without('dynamodb:UpdateItem', openGraph('pr1234')));
    expect(statuses).to.include({ post: 200, get: 200 });
    expect(statuses.refund).to.be.at.least(500);
    const denied = calls.filter(({ answer }) => answer.refusedBy === 'permissions');
    expect(new Set(denied.map(({ operation }) => operation))).to.deep.equal(new Set(['UpdateItem']));
    const table = 'payment-payments-useast1-Production-pr1234';
    expect(denied[0]?.answer).to.deep.equal({
      statusCode: 400,
      body: {
        __type: 'com.amazon.coral.service#AccessDeniedException',
        message:
          'User: arn:aws:sts::000000000000:assumed-role/payment-role-payment-processor-useast1-Production-pr1234/' +
          'payment-payment-processor-useast1-Production-pr1234 is not authorized to perform: dynamodb:UpdateItem on resource: ' +
          `arn:aws:dynamodb:us-east-1:000000000000:table/${table} because no identity-based policy allows the dynamodb:UpdateItem action`,
      },
      refusedBy: 'permissions',
    });
    // Other clients are the developer.
    expect(await tableOf(localRun, table).has('pay-1')).to.equal(true);
  });

  it('are limited by the permissions boundary of the role', async () => {
    const graph = openGraph('production');
    const limited = withInputs(graph, 'aws:iam/policy:Policy', {
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: ['dynamodb:PutItem', 'dynamodb:GetItem', 'sqs:*'], Resource: '*' },
          { Effect: 'Deny', Action: 'dynamodb:Query', Resource: '*' },
        ],
      }),
    });
    const { calls } = await callAllRoutes(limited);
    const reasons = calls
      .filter(isOfHandler)
      .flatMap(({ answer: { refusedBy, body } }) =>
        refusedBy === undefined ? [] : [String(body.message).replace(/^.* on resource: \S+ /, '')],
      );
    expect(new Set(reasons)).to.deep.equal(
      new Set([
        'because no permissions boundary allows the dynamodb:UpdateItem action',
        'with an explicit deny in a permissions boundary',
      ]),
    );
  });

  it('apply to batches of SQS, whose refusals have status 403 and the action in lower case', async () => {
    const statement = {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:us-east-1:000000000000:one',
    } as const;
    const policies = [{ Version: '2012-10-17', Statement: [statement] } as const];
    const served = { statusCode: 200, body: {} };
    const send = (queue: string) =>
      checkPermissions(
        {
          service: 'sqs',
          operation: 'SendMessageBatch',
          caller: { is: 'function', principal: { name: 'f', role: 'r', policies } },
          region: 'us-east-1',
          resources: [`arn:aws:sqs:us-east-1:000000000000:${queue}`],
          request: {},
        },
        async () => served,
      );
    expect(await send('one')).to.equal(served);
    const { statusCode, body, headers } = await send('two');
    expect([statusCode, headers]).to.deep.equal([403, { 'x-amzn-query-error': 'AccessDenied;Sender' }]);
    expect(body.message).to.equal(
      'User: arn:aws:sts::000000000000:assumed-role/r/f is not authorized to perform: sqs:sendmessage on resource: ' +
        'arn:aws:sqs:us-east-1:000000000000:two because no identity-based policy allows the sqs:sendmessage action',
    );
  });
});
