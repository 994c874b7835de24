// Copies of a table in other Regions are such that DynamoDB can make them.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { partition } from '../resolve/region';
import type { Rule } from './rule';

/** ENV3046: a copy in the Region of the table, or in another partition. ENV3047: provisioned capacity. ENV3048: no key, or one of elsewhere. ENV3049: a key that nothing uses. */
export const replicaRule: Rule = ({ environment, at, otherSide }) => {
  const { region } = environment;
  const { key } = environment.encryption;
  return Object.entries(environment.tables).flatMap(([table, { billingMode, replicas }]) => {
    const path = ['tables', table, 'replicas'];
    const found: Diagnostic[] = [];
    if (billingMode === 'PROVISIONED' && Object.keys(replicas).length > 0) {
      const related = otherSide('its billing mode', ['tables', table, 'billingMode']);
      found.push(diagnose('replica-capacity', at(path), { table }, { help: 'billingMode: PAY_PER_REQUEST', related }));
    }
    for (const [place, { kmsKeyArn }] of Object.entries(replicas)) {
      if (place === region || partition(place) !== partition(region)) {
        const related = otherSide('the Region of the table', ['region']);
        found.push(diagnose('replica-region', at([...path, place]), { table, place, region }, { related }));
      } else if (kmsKeyArn === undefined) {
        if (key !== 'CUSTOMER_MANAGED') continue;
        const related = otherSide('how data is encrypted', ['encryption', 'key']);
        found.push(diagnose('replica-key', at([...path, place]), { table, place, isThere: false }, { related }));
      } else if (kmsKeyArn.split(':')[3] !== place) {
        found.push(diagnose('replica-key', at([...path, place, 'kmsKeyArn']), { table, place, isThere: true }));
      } else if (key !== 'CUSTOMER_MANAGED') {
        const related = otherSide('how data is encrypted', ['encryption', 'key']);
        found.push(diagnose('replica-key-unused', at([...path, place, 'kmsKeyArn']), { key }, { related }));
      }
    }
    return found;
  });
};
