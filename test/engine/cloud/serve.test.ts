// The stand-in over gRPC: denied credentials, responses to calls, and the identity of each operation.

import * as grpc from '@grpc/grpc-js';
import { ResourceProviderClient } from '@pulumi/pulumi/proto/provider_grpc_pb';
import {
  CreateRequest,
  type CreateResponse,
  InvokeRequest,
  type InvokeResponse,
} from '@pulumi/pulumi/proto/provider_pb';
import { expect } from 'chai';
import { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import { Cloud } from './index';
import { TABLE } from './samples';

describe('the stand-in for AWS over gRPC', () => {
  const cloud = new Cloud();
  let client: ResourceProviderClient;

  before(async () => {
    const port = await cloud.start();
    client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  });
  after(() => {
    client.close();
    cloud.stop();
  });

  const create = () =>
    new Promise<CreateResponse>((resolve, reject) => {
      const request = new CreateRequest()
        .setUrn('urn:pulumi:stack::project::aws:dynamodb/table:Table::payments')
        .setProperties(Struct.fromJavaScript(TABLE as never));
      client.create(request, (problem, answer) => (problem === null ? resolve(answer) : reject(problem)));
    });
  const invoke = (token: string, args: object) =>
    new Promise<InvokeResponse>((resolve, reject) => {
      const request = new InvokeRequest().setTok(token).setArgs(Struct.fromJavaScript(args as never));
      client.invoke(request, (problem, answer) => (problem === null ? resolve(answer) : reject(problem)));
    });

  it('denies a change without permission, and does not make it', async () => {
    const asked: string[] = [];
    cloud.authorize = ({ action, kind, inputs }) => {
      asked.push(`${action} ${kind} ${String(inputs.name)}`);
      return 'not authorized to perform: dynamodb:CreateTable';
    };
    const problem = await create().then(
      () => undefined,
      (reason: Error) => reason,
    );
    cloud.authorize = undefined;
    expect(problem?.message).to.include('AccessDeniedException: not authorized to perform: dynamodb:CreateTable');
    expect(asked).to.deep.equal(['create aws:dynamodb/table:Table payments']);
    expect([cloud.resources.size, cloud.operations]).to.deep.equal([0, []]);
  });

  it('records each operation with its physical identity', async () => {
    expect((await create()).getId()).to.equal('payments');
    expect(cloud.operations).to.deep.equal([
      {
        action: 'create',
        resource: 'aws:dynamodb/table:Table::payments',
        kind: 'aws:dynamodb/table:Table',
        identity: 'dynamodb:Table us-east-1/payments',
      },
    ]);
  });

  it('responds to calls for the account and for AWS managed keys', async () => {
    const caller = (await invoke('aws:index/getCallerIdentity:getCallerIdentity', {})).getReturn()?.toJavaScript();
    expect(caller).to.deep.equal({ accountId: cloud.account });
    const alias = (await invoke('aws:kms/getAlias:getAlias', { name: 'alias/aws/backup' })).getReturn()?.toJavaScript();
    expect(alias?.targetKeyArn).to.match(/^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/);
    const key = (await invoke('aws:kms/getKey:getKey', { keyId: 'alias/aws/backup' })).getReturn()?.toJavaScript();
    expect(key?.arn).to.equal(alias?.targetKeyArn);
  });
});
