// The check of names of parts.

import { expect } from 'chai';
import { checkName } from '../../../../../compiler/compile/rules/common/unknown-part';
import { createSource } from '../../../../../compiler/source/source';

const PLACE = { source: createSource('spec/a.yaml', ''), start: 0, end: 0 };

/** Parts whose names cannot be listed. */
function unlisted(parts: object): object {
  return new Proxy(parts, {
    ownKeys: () => {
      throw new Error('lists all names');
    },
  });
}

describe('the check of a name', () => {
  it('neither lists the parts nor finds the location for a known name, as a large system has thousands', () => {
    const fail = () => {
      throw new Error('finds the location');
    };
    const named = { part: 'alarm', name: 'a', alsoKnown: [unlisted({ a: {} })] };
    expect([...checkName({ ...named, known: unlisted({ a: {} }) }, fail)]).to.deep.equal([]);
    expect([...checkName({ ...named, known: unlisted({ b: {} }) }, fail)]).to.deep.equal([]);
  });

  it('lists the parts, and suggests further ones', () => {
    const named = { part: 'alarm', name: 'throtles', known: { errors: {} }, alsoKnown: [{ throttles: {} }] };
    const [found, ...others] = checkName(named, () => PLACE);
    expect(others).to.deep.equal([]);
    expect(found?.message).to.equal('unknown alarm "throtles"; defined: errors');
    expect(found?.help).to.include('throttles');
  });

  it('does not know names of the prototype', () => {
    const found = [...checkName({ part: 'table', name: 'constructor', known: {} }, () => PLACE)];
    expect(found.map(({ code }) => code)).to.deep.equal(['ENV3002']);
  });
});
