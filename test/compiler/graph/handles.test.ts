// Handles of resources: ids and references. tsc checks the lines that must not compile.

import { expect } from 'chai';
import { resource } from '../../../compiler/compile/lower/section';
import { type Handle, handle, logicalNameOf, nodeId } from '../../../compiler/graph/handle';
import { API, tableHandle } from '../../../compiler/graph/handles';
import type { Kind } from '../../../compiler/graph/kind';

const ORIGIN = { path: 'tables.payments', steps: ['tables', 'payments'], place: 'spec/system.yaml:1:1' };

describe('the handle of a resource', () => {
  it('refers to an output of its kind', () => {
    expect(tableHandle('payments').ref('arn')).to.deep.equal({
      $: 'reference',
      node: 'aws:dynamodb/table:Table::payments',
      attribute: 'arn',
    });
  });

  it('rejects an output that its kind does not have', () => {
    // @ts-expect-error: a typo
    tableHandle('payments').ref('arnn');
    // @ts-expect-error: an output of a function
    tableHandle('payments').ref('invokeArn');
    // @ts-expect-error: a method of the class in @pulumi/aws
    API.ref('getProvider');
  });

  it('rejects an unknown kind', () => {
    // @ts-expect-error: a typo
    handle('aws:dynamodb/table:Tabel', 'payments');
  });

  it('gives its resource the id to which others refer', () => {
    const table = tableHandle('payments');
    const { id, kind, name } = resource(table, ORIGIN, { name: 'pr1234-payments' });
    expect([id, kind, name]).to.deep.equal([table.ref('arn').node, 'aws:dynamodb/table:Table', 'payments']);
  });

  it('rejects the inputs of another kind', () => {
    // @ts-expect-error: an input of a queue
    resource(tableHandle('payments'), ORIGIN, { maxMessageSize: 1024 });
  });

  it('is not assignable to the handle of another kind', () => {
    // @ts-expect-error: a table is not a queue
    const queue: Handle<'aws:sqs/queue:Queue'> = tableHandle('payments');
    const any: Pick<Handle<Kind>, 'id' | 'kind' | 'name'> = tableHandle('payments');
    expect(queue.id).to.equal(any.id);
  });
});

describe('the id of a resource', () => {
  it('ends with the logical name, which may contain colons', () => {
    expect(logicalNameOf(nodeId('aws:apigateway/method:Method', 'GET /a::b'))).to.equal('GET /a::b');
  });
});
