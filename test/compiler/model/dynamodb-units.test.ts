// Units of requests: the examples of the documentation.
// Sources: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html

import { expect } from 'chai';
import { indexWriteUnits, itemsPerRead, readUnits, writeUnits } from '../../../compiler/model/dynamodb-units';
import { itemBytes } from '../../../compiler/model/item-size';
import { fc } from '../../random';

const KB = 1024;

describe('units of reads', () => {
  const rows: Record<string, [found: number, units: number]> = {
    'an item of 3,500 bytes': [readUnits(3500, 'strong'), 1],
    'an item of 10 KB': [readUnits(10 * KB, 'strong'), 3],
    'an item of 8 KB, eventually consistent': [readUnits(8 * KB, 'eventual'), 1],
    'an item of 8 KB in a transaction': [readUnits(8 * KB, 'transactional'), 4],
    'a missing item': [readUnits(0, 'strong'), 1],
    'a missing item, eventually consistent': [readUnits(0, 'eventual'), 0.5],
    'a query of 40.8 KB': [readUnits(40.8 * KB, 'strong'), 11],
    'a query of 40.8 KB, eventually consistent': [readUnits(40.8 * KB, 'eventual'), 5.5],
    'a query of 1,500 items of 64 bytes': [readUnits(1500 * 64, 'strong'), 24],
    'a query of 1,500 items of 64 bytes, eventually consistent': [readUnits(1500 * 64, 'eventual'), 12],
    'a query of 8 entries of 2,000 bytes of an index': [readUnits(8 * 2000, 'eventual'), 2],
  };
  for (const [what, [found, units]] of Object.entries(rows))
    it(`${what}: ${units}`, () => expect(found).to.equal(units));

  it('determine the number of items in a page', () => {
    expect(itemsPerRead(5, 1024)).to.equal(40);
    expect(readUnits(40 * 1024, 'eventual')).to.equal(5);
  });
});

describe('units of writes', () => {
  const rows: Record<string, [found: number, units: number]> = {
    'an item of 1.6 KB': [writeUnits({ after: 1.6 * KB }), 2],
    'a batch of 500 bytes and 3.5 KB': [writeUnits({ after: 500 }) + writeUnits({ after: 3.5 * KB }), 5],
    'a transaction of three items of 500 bytes': [3 * writeUnits({ after: 500 }, true), 6],
    'an update that makes an item larger': [writeUnits({ before: 500, after: 2.5 * KB }), 3],
    'an update that makes an item smaller': [writeUnits({ before: 2.5 * KB, after: 500 }), 3],
    'a delete of an item of 2.5 KB': [writeUnits({ before: 2.5 * KB }), 3],
    'a delete of a missing item': [writeUnits({}), 1],
  };
  for (const [what, [found, units]] of Object.entries(rows))
    it(`${what}: ${units}`, () => expect(found).to.equal(units));

  it('do not decrease when the item grows', () => {
    fc.assert(
      fc.property(fc.nat(400 * KB), fc.nat(400 * KB), fc.nat(400 * KB), (before, after, more) => {
        expect(writeUnits({ before, after: after + more })).to.be.at.least(writeUnits({ before, after }));
        expect(readUnits(after + more, 'eventual')).to.be.at.least(readUnits(after, 'eventual'));
      }),
    );
  });
});

describe('units of an index', () => {
  const entry = (key: string, projected = key, bytes = 500) => ({ key, projected, bytes });
  const rows: Record<string, [found: number, units: number]> = {
    'an item that enters it': [indexWriteUnits(undefined, entry('a')), 1],
    'an item that leaves it': [indexWriteUnits(entry('a'), undefined), 1],
    'an item with another key in it': [indexWriteUnits(entry('a'), entry('b')), 2],
    'an item with another projected attribute': [indexWriteUnits(entry('a'), entry('a', 'x')), 1],
    'an item whose attributes in it are the same': [indexWriteUnits(entry('a'), entry('a')), 0],
    'an item that is not in it before and after': [indexWriteUnits(undefined, undefined), 0],
    'large entries, one for each key': [indexWriteUnits(entry('a', 'a', 1500), entry('b', 'b', 2500)), 5],
    'a larger entry': [indexWriteUnits(entry('a', 'a', 1500), entry('a', 'b', 500)), 2],
  };
  for (const [what, [found, units]] of Object.entries(rows))
    it(`${what}: ${units}`, () => expect(found).to.equal(units));
});

// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
describe('the size of an item', () => {
  const rows: Record<string, [found: number, bytes: number]> = {
    'text in UTF-8, with the name': [itemBytes({ id: { S: 'aé€😀' } }), 2 + 1 + 2 + 3 + 4],
    'a number of 5 significant digits': [itemBytes({ n: { N: '10025.00' } }), 1 + 3 + 1],
    'a negative number': [itemBytes({ n: { N: '-12' } }), 1 + 1 + 1 + 1],
    'a number without its zeros': [itemBytes({ n: { N: '1200000' } }), 1 + 1 + 1],
    'a number of many digits': [itemBytes({ n: { N: '1'.repeat(38) } }), 1 + 20],
    'bytes, as such and in Base64': [itemBytes({ b: { B: new Uint8Array(5) }, c: { B: 'AAAAAAA=' } }), 1 + 5 + 1 + 5],
    'null and booleans': [itemBytes({ a: { NULL: true }, b: { BOOL: false } }), 2 + 2],
    sets: [itemBytes({ s: { SS: ['ab', 'c'] }, n: { NS: ['1', '22'] }, b: { BS: ['AAAA'] } }), 1 + 3 + 1 + 4 + 1 + 3],
    'a list': [itemBytes({ l: { L: [{ S: 'ab' }, { BOOL: true }] } }), 1 + 3 + (1 + 2) + (1 + 1)],
    'a map': [itemBytes({ m: { M: { k: { S: 'v' } } } }), 1 + 3 + 1 + 2],
    nothing: [itemBytes({}), 0],
  };
  for (const [what, [found, bytes]] of Object.entries(rows))
    it(`${what}: ${bytes}`, () => expect(found).to.equal(bytes));
});
