// Classifies a change: finds the reasons for each class in addition to the impacts on resources.

import type { Impact } from '../difference';
import { findAccessChanges } from './access-change';
import { findAlarmGaps } from './alarm-gap';
import { findCapacityDips } from './capacity-dip';
import type { FindChanges, Finding, SpecChange } from './change';
import { CHANGE_CLASSES, type ChangeClass } from './change-class';
import { findContractBreaks } from './contract-break';
import { findHiddenData } from './data-hidden';
import { findDeliveryGaps } from './delivery-gap';
import { findUnreachable } from './unreachable';
import { findWeakened } from './weaker';

/** The finder of each class; classes that are impacts follow from the resources. */
const FINDERS: Readonly<Record<Exclude<ChangeClass, Impact>, FindChanges>> = {
  'capacity dip': findCapacityDips,
  'alarm gap': findAlarmGaps,
  'access change': findAccessChanges,
  weaker: findWeakened,
  'contract break': findContractBreaks,
  'delivery gap': findDeliveryGaps,
  'data hidden': findHiddenData,
  unreachable: findUnreachable,
};

/** The findings of a change, from the mildest class to the most severe. */
export function classifyChange(change: SpecChange): Finding[] {
  return Object.values(FINDERS)
    .flatMap((find) => find(change))
    .sort((one, other) => rank(one) - rank(other));
}

function rank(finding: Finding): number {
  return CHANGE_CLASSES.indexOf(finding.class);
}
