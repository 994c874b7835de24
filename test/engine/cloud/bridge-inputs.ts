// The inputs of resources as the Terraform bridge completes, names, reads and records them.

import { createHash } from 'node:crypto';
import type { Kind } from '../../../compiler/graph/kind';
import type { Behaviour } from './behaviour';
import type { Hidden } from './compare';
import { readDeclarations } from './declarations';
import { BEHAVIOURS } from './kinds';
import { canonical, isEqual, isObject, type Properties, text } from './properties';
import type { Declaration } from './shape';

/** The key under which the bridge stores the names of inputs that it set. */
export const DEFAULTS_KEY = '__defaults';

/** The inputs of a state after a refresh: the former keys with the values and the order of sets that were read. */
export function refreshedInputs(type: Kind, former: Properties, outputs: Properties): Properties {
  const { inputs } = declarationOf(type);
  if (Object.keys(withoutDefaults(former)).length === 0)
    return Object.fromEntries(Object.entries(outputs).filter(([key]) => inputs.has(key)));
  return projected(former, outputs);
}

/** The read properties that were inputs before: lists by position, as the bridge does (pkg/tfbridge/schema.go, extractInputs). */
function projected(former: Properties, read: Properties): Properties {
  const result: Properties = {};
  for (const [key, value] of Object.entries(former)) {
    if (key === DEFAULTS_KEY) result[key] = value;
    else if (read[key] !== undefined) result[key] = projectedValue(value, read[key]);
  }
  return result;
}

function projectedValue(former: unknown, read: unknown): unknown {
  if (isObject(former) && isObject(read)) return projected(former, read);
  if (!Array.isArray(former) || !Array.isArray(read))
    // Equivalent text is kept as written.
    return isEqual(former, read) ? former : read;
  return read.map((item, at) => {
    const pattern = former[at] ?? former.at(-1);
    return isObject(pattern) && isObject(item) ? projected(pattern, item) : item;
  });
}

/** The declaration of a kind by @pulumi/aws. */
export function declarationOf(type: Kind): Declaration {
  const declaration = readDeclarations().get(type);
  if (declaration === undefined) throw new Error(`unknown resource type ${type}`);
  return declaration;
}

/** The differences of a kind that the provider does not show. */
export function hiddenOf(type: Kind): Hidden {
  const { sets = [], defaults = {} }: Behaviour = BEHAVIOURS[type];
  return { sets, defaults };
}

/** Inputs with the values that AWS chooses for absent ones, also within objects that are set. */
export function completed(inputs: Properties, chosen: Properties): Properties {
  const result = structuredClone(inputs);
  for (const [key, value] of Object.entries(chosen)) {
    const own = result[key];
    if (own === undefined || own === null) result[key] = structuredClone(value);
    else if (isObject(own) && isObject(value)) result[key] = completed(own, value);
  }
  return result;
}

/** Inputs with the defaults of the provider's schema. An absent block stays absent. */
export function withStandards(inputs: Properties, { defaults }: Hidden): Properties {
  const own = Object.entries(defaults).filter(([path]) => !path.includes('.') && inputs[path] === undefined);
  return { ...Object.fromEntries(own), ...inputs };
}

/** Inputs without the names of those that the bridge set. */
export function withoutDefaults({ [DEFAULTS_KEY]: _, ...inputs }: Properties): Properties {
  return inputs;
}

/** The names of the inputs that the bridge set. */
export function defaultsOf(inputs: Properties): readonly unknown[] {
  const list = inputs[DEFAULTS_KEY];
  return Array.isArray(list) ? list : [];
}

/** The characters that the bridge adds to a logical name: a dash and 7 hexadecimal digits (pulumi/sdk, resource_id.go). */
export const SUFFIX = 8;

/** Inputs with a name from the logical name if the program sets none. A name that the bridge generated before is kept. */
export function autoNamed(
  type: Kind,
  name: string,
  wanted: Properties,
  former: Properties,
  next: () => number,
): Properties {
  const { input, longest } = (BEHAVIOURS[type] as Behaviour).autoName ?? { input: 'name', longest: 255 };
  const member = declarationOf(type).inputs.get(input);
  if (!member?.optional || wanted[input] !== undefined) return { ...wanted, [DEFAULTS_KEY]: [] };
  const kept = defaultsOf(former).includes(input) ? former[input] : undefined;
  const hash = createHash('sha256')
    .update(canonical([type, name, next()]))
    .digest('hex')
    .slice(0, SUFFIX - 1);
  const made = text({ kept: kept ?? `${name}-${hash}` }, 'kept');
  if (made.length > longest)
    throw new Error(
      `failed to apply defaults: name '${name}' plus ${SUFFIX - 1} random chars is longer than maximum length ${longest}`,
    );
  return { ...wanted, [input]: made, [DEFAULTS_KEY]: [input] };
}
