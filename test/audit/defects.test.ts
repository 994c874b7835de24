// The Python program's inventory has its defects. A golden lists the defects that remain in our environments.

import { expect } from 'chai';
import { expectGolden } from '../golden';
import { ENVIRONMENTS } from '../spec';
import { DEFECTS } from './defects';
import { originalTemplate, templateOf } from './templates';

describe('the defects of the Python program', () => {
  for (const [defect, find] of Object.entries(DEFECTS)) {
    it(`are found in its inventory: ${defect}`, () => expect(find(originalTemplate())).to.not.deep.equal([]));
  }

  for (const [defect, find] of Object.entries(DEFECTS)) {
    it(`are not in production: ${defect}`, () => expect(find(templateOf('spec/production.yaml'))).to.deep.equal([]));
  }

  it('match the golden in each template', () => {
    const templates = [
      ['the Python program', originalTemplate()] as const,
      ...ENVIRONMENTS.map((spec) => [spec, templateOf(spec)] as const),
    ];
    const lines = templates.flatMap(([name, template]) => [
      name,
      ...Object.entries(DEFECTS).flatMap(([defect, find]) =>
        find(template).map((finding) => `  ${defect}: ${finding}`),
      ),
    ]);
    expectGolden('golden/audit/defects.txt', `${lines.join('\n')}\n`);
  });
});
