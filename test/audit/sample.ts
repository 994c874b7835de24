// A seeded sample of templates from mutated valid specs, the same on each run.

import fc from 'fast-check';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import { compileSpec } from '../../compiler/compile/compile';
import { sizeOf } from '../exhaustive';
import { mutatedSpec } from '../fuzz/inputs';
import { SEEDS, type SpecFiles } from '../fuzz/seeds';
import { ENVIRONMENTS, SURROUNDINGS } from '../spec';

/** The number of specs in the sample, the number of mutations to try, and the seed. */
export const SAMPLE = sizeOf({ sample: 1, exhaustive: 10 });
const TRIED = sizeOf({ sample: 40, exhaustive: 300 });
const SEED = 13;

/** The specs of the project to audit: in `npm test` production, which has the most kinds of resources. */
export function sampledEnvironments(): readonly string[] {
  return sizeOf({ sample: ['spec/production.yaml'], exhaustive: ENVIRONMENTS });
}

/** The templates of the sample, without those of unchanged specs. */
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
