// The stand-in for AWS rejects invalid inputs, based on the declarations of @pulumi/aws.

import { expect } from 'chai';
import { checkInputs, readDeclarations } from './declarations';
import { UNKNOWN } from './opaque';

describe('the declarations that the stand-in for AWS reads', () => {
  const TABLE = 'aws:dynamodb/table:Table';
  const rows: Record<string, { kind: string; inputs: object; problems: string[] }> = {
    'a valid table': {
      kind: TABLE,
      inputs: { name: 't', hashKey: 'id', attributes: [{ name: 'id', type: 'S' }], tags: { a: 'b' } },
      problems: [],
    },
    'an unknown property': { kind: TABLE, inputs: { hashKye: 'id' }, problems: ['Table has no property hashKye'] },
    'a nested unknown property': {
      kind: TABLE,
      inputs: { attributes: [{ name: 'id', type: 'S', of: 1 }] },
      problems: ['Table.attributes[0] has no property of'],
    },
    'a wrong type': { kind: TABLE, inputs: { readCapacity: '5' }, problems: ['Table.readCapacity is "5", not number'] },
    'a value that must be a list': {
      kind: TABLE,
      inputs: { attributes: {} },
      problems: ['Table.attributes is {}, not Input<TableAttribute>[]'],
    },
    'missing properties': {
      kind: 'aws:apigateway/method:Method',
      inputs: { restApi: UNKNOWN, httpMethod: 'GET' },
      problems: ['Method lacks authorization', 'Method lacks resourceId'],
    },
  };
  for (const [what, { kind, inputs, problems }] of Object.entries(rows)) {
    it(what, () => expect(checkInputs(kind, inputs).sort()).to.deep.equal(problems));
  }

  it('contain no other type', () => expect(readDeclarations().get('aws:s3/bucket:Bucket')).to.equal(undefined));
});
