// Durations as text.

import { expect } from 'chai';
import { durationText } from '../../../../compiler/cli/text/duration';

describe('durationText', () => {
  const rows: readonly (readonly [seconds: number, text: string])[] = [
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [250, '4 min 10 s'],
    [3600, '1 h'],
    [90_061, '1 d 1 h 1 min 1 s'],
  ];
  for (const [seconds, text] of rows)
    it(`renders ${seconds} seconds as ${text}`, () => expect(durationText(seconds)).to.equal(text));
});
