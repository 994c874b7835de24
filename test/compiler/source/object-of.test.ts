// Objects from keys.

import { expect } from 'chai';
import { objectOf } from '../../../compiler/source/object-of';

describe('an object from keys', () => {
  it('has the members in the order of the keys', () => {
    const object = objectOf(['b', 'a'], (key) => `${key}!`);
    expect(Object.entries(object)).to.deep.equal([
      ['b', 'b!'],
      ['a', 'a!'],
    ]);
  });

  it('has __proto__ as an ordinary member, and keeps its prototype', () => {
    const object = objectOf(['__proto__', 'a'], (key) => ({ key }));
    expect(Object.keys(object)).to.deep.equal(['__proto__', 'a']);
    expect(Object.getPrototypeOf(object)).to.equal(Object.prototype);
    expect(JSON.stringify(object)).to.equal('{"__proto__":{"key":"__proto__"},"a":{"key":"a"}}');
  });
});
