// Frames: the caret is under the marked text, and long lines are cut.

import { expect } from 'chai';
import { renderFrame } from '../../../compiler/diagnostics/frame';
import { PLAIN, styleFor } from '../../../compiler/diagnostics/style';
import { createSource } from '../../../compiler/source/source';

function frameOf(text: string, marked: string, width = 120): string[] {
  const start = text.indexOf(marked);
  return renderFrame({ source: createSource('a.yaml', text), start, end: start + marked.length }, { ...PLAIN, width });
}

describe('a frame', () => {
  const rows: Record<string, { text: string; marked: string; shown: string[] }> = {
    'marks narrow text': { text: 'a: b', marked: 'b', shown: ['  1 | a: b', '    |    ^'] },
    'counts wide characters as two columns': {
      text: '日本: x',
      marked: 'x',
      shown: ['  1 | 日本: x', '    |       ^'],
    },
    'counts an emoji of several code points as one character': {
      text: '👩‍👩‍👧: x',
      marked: 'x',
      shown: ['  1 | 👩‍👩‍👧: x', '    |     ^'],
    },
    'fills tabs to the next stop': { text: 'ab:\tx', marked: 'x', shown: ['  1 | ab: x', '    |     ^'] },
    'omits the line ending of Windows': { text: 'a: b\r\nc', marked: 'b', shown: ['  1 | a: b', '    |    ^'] },
    'shows control characters as pictures': { text: 'a: \u001bx', marked: 'x', shown: ['  1 | a: ␛x', '    |     ^'] },
    'stops at the end of the line': { text: 'a: b\nc: d', marked: 'b\nc', shown: ['  1 | a: b', '    |    ^'] },
  };
  for (const [title, { text, marked, shown }] of Object.entries(rows)) {
    it(title, () => expect(frameOf(text, marked)).to.deep.equal(shown));
  }

  it('cuts a long line around the marked text', () => {
    const [line = '', carets = ''] = frameOf(`key: ${'a'.repeat(100_000)} HERE ${'b'.repeat(100_000)}`, 'HERE', 60);
    expect(line.length).to.be.at.most(60);
    expect(line).to.match(/^ {2}1 \| …a+ HERE b+…$/);
    expect(carets.indexOf('^')).to.equal(line.indexOf('HERE'));
    expect(carets.trimEnd().length).to.equal(line.indexOf('HERE') + 4);
  });

  it('cuts marked text that is too long', () => {
    const [line = '', carets = ''] = frameOf(`key: ${'a'.repeat(1000)}`, 'a'.repeat(1000), 60);
    expect(line.length).to.be.at.most(60);
    expect(carets.length).to.equal(line.length);
  });
});

describe('the style of a stream', () => {
  const rows: Record<string, { isTTY: boolean; variables: Record<string, string>; coloured: boolean }> = {
    'is coloured on a terminal': { isTTY: true, variables: { TERM: 'xterm' }, coloured: true },
    'is plain in a pipe': { isTTY: false, variables: { TERM: 'xterm' }, coloured: false },
    'is plain with NO_COLOR': { isTTY: true, variables: { NO_COLOR: '1' }, coloured: false },
    'is coloured with an empty NO_COLOR': { isTTY: true, variables: { NO_COLOR: '' }, coloured: true },
    'is plain on a dumb terminal': { isTTY: true, variables: { TERM: 'dumb' }, coloured: false },
    'is coloured in a pipe with FORCE_COLOR': { isTTY: false, variables: { FORCE_COLOR: '1' }, coloured: true },
    'is plain on a terminal with FORCE_COLOR=0': { isTTY: true, variables: { FORCE_COLOR: '0' }, coloured: false },
  };
  for (const [title, { isTTY, variables, coloured }] of Object.entries(rows)) {
    it(title, () => {
      const style = styleFor({ isTTY, columns: 90 }, variables);
      expect(style.paint('error', 'x') !== 'x').to.equal(coloured);
      expect(style.width).to.equal(isTTY ? 90 : 120);
    });
  }
});
