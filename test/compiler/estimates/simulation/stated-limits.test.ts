// The limits that `capacity` states by arithmetic, against simulations slightly below and above the first one.

import { expect } from 'chai';
import { bottlenecksOf } from '../../../../compiler/estimates/traffic/bottlenecks';
import { mixOf } from '../../../../compiler/estimates/traffic/traffic';
import { editEnvironment } from '../../../../compiler/language/expand/edited-environment';
import type { ExpandedEnvironment } from '../../../../compiler/language/expand/expand';
import type { Edit } from '../../../../compiler/source/edit';
import { isSampled } from '../../../exhaustive';
import { compileProject, ENVIRONMENTS } from '../../../spec';
import { run } from './system';

/** The seconds in which the rate grows, so that cold starts do not come at once. */
const GROWTH_SECONDS = 300;

/** The burst of 300 s of a table lasts for 300 / 0.04 s if the demand is 4 % above the units. */
const SECONDS = 8_000;

/** The limits of capacity are those after autoscaling: tables begin with their maximum. */
function withMaximumCapacity(environment: ExpandedEnvironment): ExpandedEnvironment {
  const edits = Object.entries(environment.tables).flatMap(([table, { capacity }]) =>
    (['read', 'write'] as const).flatMap((direction): Edit[] => {
      const value = capacity?.[direction].autoscaling?.maximum;
      const path = ['tables', table, 'capacity', direction, 'autoscaling', 'minimum'];
      return value === undefined ? [] : [{ path, value }];
    }),
  );
  return editEnvironment(environment, edits);
}

function growingTo(rate: number): readonly number[] {
  return Array.from({ length: SECONDS }, (_, second) => rate * Math.min(1, (second + 1) / GROWTH_SECONDS));
}

describe('the limits that capacity states', () => {
  for (const path of ENVIRONMENTS) {
    const { graph, resolved } = compileProject(path);
    if (graph === undefined || resolved === undefined) throw new Error(`${path} does not compile`);
    const environment = withMaximumCapacity(resolved.expanded);
    const routes = Object.keys(environment.api?.routes ?? {});
    const mixes = [environment.traffic?.routes ?? {}, {}, ...routes.map((route) => ({ [route]: 1 }))];
    const tested = mixes.filter((weights, at) => at === 0 || isSampled(`${path} ${JSON.stringify(weights)}`, 0.4));
    for (const weights of tested)
      it(`hold in a simulation of ${path} with the mix ${JSON.stringify(weights)}`, () => {
        const limits = bottlenecksOf(environment, mixOf(environment, weights));
        const first = limits[0]?.rate ?? 0;
        const refusalsAt = (rate: number) =>
          run({ graph, environment }, { requests: growingTo(rate), routes: weights }).refusals;
        expect(refusalsAt(0.98 * first)).to.deep.equal([]);
        const reached = limits.filter(({ rate }) => rate < 1.04 * first).map(({ what }) => what);
        expect(reached).to.include(refusalsAt(1.04 * first)[0]?.limit);
      });
  }
});
