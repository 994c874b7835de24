// Refuses to move a deployed stack to another Region.

import type { DeployedStack } from './deployed';
import type { Refusal, Transition } from './pass';

/**
 * Refuses a graph whose Region differs from the Region of the deployed resources. The provider would replace each resource without its data
 * (the provider's `region` argument is ForceNew on every kind).
 */
export function refuseOtherRegion(transition: Transition, { resources }: DeployedStack): Transition {
  const { region } = transition.graph.provider;
  // Global resources, such as roles, do not have a Region.
  const former = resources.map(({ outputs }) => outputs.region).find((found) => typeof found === 'string' && found);
  if (former === undefined || former === region) return transition;
  const refusal: Refusal = {
    part: ['region'],
    place: transition.graph.place,
    name: 'the stack',
    reason: `the stack is deployed in ${former}, and a stack cannot move to another Region`,
    fix: `keep region: ${former}, or deploy the spec for ${region} to a new stack`,
  };
  return { ...transition, refusals: [...transition.refusals, refusal] };
}
