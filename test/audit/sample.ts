// Templates of valid specs that mutations made: a seeded sample, the same on each run.

import fc from 'fast-check';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { compileSpec } from '../../compiler/compile';
import { mutatedSpec } from '../fuzz/inputs';
import { SEEDS, type SpecFiles } from '../fuzz/seeds';
import { SURROUNDINGS } from '../spec';

/** How many specs the sample has, how many mutations are tried for it, and the seed that they follow from. */
const SAMPLE = 10;
const TRIED = 300;
const SEED = 13;

/** The templates of the sample; those of specs that mutations did not change are left out. */
export function sampleTemplates(): readonly Template[] {
  const known = new Set(SEEDS.map((files) => JSON.stringify(templateOf(files))));
  const templates: Template[] = [];
  for (const files of fc.sample(mutatedSpec, { seed: SEED, numRuns: TRIED })) {
    const template = templateOf(files);
    const text = JSON.stringify(template);
    if (template === undefined || known.has(text)) continue;
    known.add(text);
    templates.push(template);
    if (templates.length === SAMPLE) return templates;
  }
  throw new Error(`only ${templates.length} of ${TRIED} mutations are valid and new`);
}

function templateOf({ spec, texts }: SpecFiles): Template | undefined {
  const { graph } = compileSpec(spec, (path) => texts[path], SURROUNDINGS);
  return graph && renderTemplate(graph);
}
