// The lines of a local run, printed several at a time.

import { expect } from 'chai';
import { printInBatches } from '../../../../../compiler/cli/commands/start/line-printer';

describe('a printer of lines in batches', () => {
  it('prints all lines in their order, with one write for lines that follow each other closely', async () => {
    const written: string[] = [];
    await new Promise<void>((resolve) => {
      const { print } = printInBatches((lines) => {
        written.push(lines);
        if (lines.endsWith('4')) resolve();
      });
      for (const line of ['1', '2']) print(line);
      setTimeout(() => ['3', '4'].forEach(print), 100);
    });
    expect(written).to.deep.equal(['1\n2', '3\n4']);
  });

  it('prints waiting lines once when it is flushed', async () => {
    const written: string[] = [];
    const { print, flush } = printInBatches((lines) => void written.push(lines));
    print('the last words');
    flush();
    flush();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(written).to.deep.equal(['the last words']);
  });
});
