// The provider on plain data: checks, compares and changes resources as the Terraform bridge and AWS do.

import { describeKind, type Kind } from '../../../compiler/graph/kind';
import { KINDS } from '../../../compiler/graph/kinds/kinds';
import { type Behaviour, generatedId, uuidOf } from './behaviour';
import {
  autoNamed,
  completed,
  declarationOf,
  defaultsOf,
  hiddenOf,
  SUFFIX,
  withoutDefaults,
  withStandards,
} from './bridge-inputs';
import { asRead, differences, isIgnored, type Path } from './compare';
import { checkInputs } from './declarations';
import { BEHAVIOURS } from './kinds';
import { filled, merged, nothingOf } from './merge';
import { isEqual, isObject, type Properties, text } from './properties';
import type { Change, Moment } from './refusal';
import { REFUSALS } from './refusals';
import type { Place, Thing, World } from './world';

/** The difference of a resource from its wanted inputs. */
export interface Difference {
  readonly paths: readonly Path[];
  /** The changed inputs that replace the resource. */
  readonly replaces: readonly string[];
  /** Whether the old resource is deleted before its replacement is created, because it has an explicit name. */
  readonly deletesFirst: boolean;
}

/** A resource as the provider reads it. */
export interface Reading {
  readonly id: string;
  readonly outputs: Properties;
  readonly thing: Thing;
}

/** The provider. */
export class Provider {
  /** The default tags of its configuration. */
  defaultTags: Properties = {};

  constructor(
    readonly world: World,
    readonly place: () => Place,
  ) {}

  /** The inputs with the values that the bridge sets, and their errors. */
  check(
    type: string,
    name: string,
    wanted: Properties,
    former: Properties,
  ): { inputs: Properties; failures: string[] } {
    const failures = checkInputs(type, withoutDefaults(wanted));
    if (!isKind(type)) return { inputs: wanted, failures };
    const inputs = autoNamed(type, name, wanted, former, () => this.world.next());
    const change = this.change('check', type, withoutDefaults(inputs), undefined);
    return { inputs, failures: [...failures, ...refusalsOf(change)] };
  }

  /** The difference of the state from the wanted inputs. */
  diff(type: Kind, state: Properties, wanted: Properties, ignored: readonly string[] = []): Difference {
    const { inputs } = declarationOf(type);
    const hidden = hiddenOf(type);
    const behaviour: Behaviour = BEHAVIOURS[type];
    const all = differences(inputs, state, withoutDefaults(wanted), hidden).filter(
      (path) => !isIgnored(path, ignored, hidden),
    );
    const paths = [...(behaviour.uncleared?.(all, state, wanted) ?? all)];
    if (state.tagsAll !== undefined && !isEqual(state.tagsAll, this.allTags(wanted.tags))) paths.push(['tagsAll']);
    const replaces = [...new Set(paths.map(([first]) => String(first)))].filter((key) =>
      KINDS[type].replacedBy.includes(key),
    );
    const input = behaviour.autoName?.input ?? 'name';
    const isAutoNameable = inputs.get(input)?.optional === true;
    const isNamed =
      isAutoNameable &&
      wanted[input] !== undefined &&
      state[input] === wanted[input] &&
      !defaultsOf(wanted).includes(input);
    return { paths, replaces, deletesFirst: replaces.length > 0 && isNamed };
  }

  /** Creates a resource. Throws a refusal of AWS. */
  create(type: Kind, name: string, wanted: Properties): Reading {
    const place = this.place();
    const behaviour: Behaviour = BEHAVIOURS[type];
    const given = withoutDefaults(wanted);
    const inputs = completed(given, behaviour.chosen?.(given, place, this.world) ?? {});
    const generated = generatedId(this.world.next());
    const own = behaviour.identity?.(inputs, place) ?? generated;
    const identity = `${describeKind(type)} ${own}`;
    const living = this.world.at(identity);
    refuse(this.change('create', type, inputs, living, identity));
    if (living === undefined) {
      const id = behaviour.id?.(inputs, generated, place) ?? own;
      const part = [generated, uuidOf(generated)].find((candidate) => id.includes(candidate));
      const names = defaultsOf(wanted).map((key) => text(wanted, String(key)));
      const texts = [...names.map((made) => [made, `${made.slice(0, -SUFFIX)}-*`]), ...(part ? [[part, '']] : [])];
      return this.put(type, name, inputs, { identity, id, generated: Object.fromEntries(texts) });
    }
    const { existing } = behaviour;
    if (existing?.response === 'return') {
      const refusal = existing.unless(inputs, living.inputs);
      if (refusal !== undefined) throw new Error(refusal);
    } else {
      const before = structuredClone(living.inputs);
      living.inputs = inputs;
      this.settle(living, before);
    }
    living.name = name;
    living.owners += 1;
    return this.reading(living);
  }

  private put(
    type: Kind,
    name: string,
    inputs: Properties,
    own: Pick<Thing, 'identity' | 'id' | 'generated'>,
  ): Reading {
    const { region } = this.place();
    const thing: Thing = { type, ...own, region, name, inputs, outputs: {}, owners: 1, memory: {} };
    this.world.put(thing);
    this.settle(thing, undefined);
    return this.reading(thing);
  }

  /** Updates a resource with only the changed inputs. Throws a refusal of AWS. */
  update(
    type: Kind,
    name: string,
    id: string,
    state: Properties,
    wanted: Properties,
    ignored: readonly string[] = [],
  ): Reading {
    const place = this.place();
    const thing = this.world.byId(type, id, place.region);
    if (thing === undefined) throw new Error(`ResourceNotFoundException: there is no ${describeKind(type)} ${id}`);
    const behaviour: Behaviour = BEHAVIOURS[type];
    const given = withoutDefaults(wanted);
    const changed = new Set(this.diff(type, state, wanted, ignored).paths.map(([first]) => String(first)));
    const inputs = structuredClone(thing.inputs);
    for (const [key, { shape, computed }] of declarationOf(type).inputs) {
      const isSent = changed.has(key) || (behaviour.putsAll === true && !ignored.includes(key));
      if (!isSent || behaviour.keptByUpdate?.includes(key)) continue;
      if (given[key] !== undefined) inputs[key] = merged(shape, inputs[key], state[key], given[key]);
      else if (!computed) delete inputs[key];
    }
    const complete = completed(inputs, behaviour.chosen?.(inputs, place, this.world) ?? {});
    const own = behaviour.identity?.(complete, place);
    const identity = own === undefined ? thing.identity : `${describeKind(type)} ${own}`;
    refuse(this.change('update', type, complete, thing, identity));
    const before = thing.inputs;
    this.world.remove(thing);
    Object.assign(thing, { inputs: complete, identity, name });
    this.world.put(thing);
    this.settle(thing, before);
    return this.reading(thing);
  }

  /** Deletes a resource, regardless of its creator. A missing resource is not an error. Throws a refusal of AWS. */
  delete(type: Kind, name: string, id: string): Thing | undefined {
    const thing = this.world.byId(type, id, this.place().region);
    if (thing === undefined) return undefined;
    refuse(this.change('delete', type, thing.inputs, thing));
    if (thing.owners > 1) this.world.damage.push(`${name} deleted ${thing.identity}, which ${thing.name} also created`);
    this.world.remove(thing);
    (BEHAVIOURS[type] as Behaviour).afterDelete?.(thing, this.world);
    return thing;
  }

  /** Reads a resource; undefined if it does not exist. */
  read(type: Kind, id: string): Reading | undefined {
    const thing = this.world.byId(type, id, this.place().region);
    return thing && this.reading(thing);
  }

  /** Adds a resource from the state of a stack to the world, as if it had been created. */
  adopt(type: Kind, name: string, id: string, inputs: Properties, outputs: Properties): Thing {
    const place = this.place();
    const declaration = declarationOf(type);
    const known = Object.entries(outputs).filter(([key]) => declaration.inputs.has(key));
    const all = completed(
      { ...Object.fromEntries(known), ...withoutDefaults(inputs) },
      BEHAVIOURS[type].chosen?.(inputs, place, this.world) ?? {},
    );
    const own = (BEHAVIOURS[type] as Behaviour).identity?.(all, place) ?? id;
    const computed = Object.entries(outputs).filter(([key]) => declaration.computed.has(key));
    const identity = `${describeKind(type)} ${own}`;
    const thing: Thing = {
      ...{ type, identity, region: place.region, id, name, inputs: all },
      ...{ outputs: Object.fromEntries(computed), owners: 1, memory: {}, generated: {} },
    };
    this.world.put(thing);
    return thing;
  }

  private settle(thing: Thing, before: Properties | undefined): void {
    const place = this.place();
    const { computed } = declarationOf(thing.type);
    const behaviour: Behaviour = BEHAVIOURS[thing.type];
    behaviour.afterChange?.(thing, this.world, place, before);
    const nothing = [...computed].map(([name, shape]) => [name, nothingOf(shape)] as const);
    // An adopted resource keeps the values of its state.
    const outputs = before === undefined ? {} : thing.outputs;
    thing.outputs = {
      ...Object.fromEntries(nothing.filter(([, value]) => value !== undefined)),
      ...behaviour.outputs?.(thing, place, this.world),
      ...outputs,
      ...(computed.has('tagsAll') && { tagsAll: this.allTags(thing.inputs.tags) }),
    };
  }

  private reading(thing: Thing): Reading {
    const { inputs } = declarationOf(thing.type);
    const { asRead: hide }: Behaviour = BEHAVIOURS[thing.type];
    const shown = hide?.(thing.inputs, this.place()) ?? thing.inputs;
    const hidden = hiddenOf(thing.type);
    const read = asRead(inputs, filled(inputs, withStandards(shown, hidden)), hidden);
    // The bridge keeps the id among the outputs as well (pkg/tfbridge/schema.go, MakeTerraformResult).
    return { id: thing.id, outputs: structuredClone({ id: thing.id, ...thing.outputs, ...read }), thing };
  }

  private allTags(tags: unknown): Properties {
    return { ...this.defaultTags, ...(isObject(tags) ? tags : {}) };
  }

  private change(moment: Moment, type: Kind, inputs: Properties, thing: Thing | undefined, identity = ''): Change {
    return {
      ...{ moment, type, inputs, world: this.world, place: this.place() },
      ...{ identity: identity || (thing?.identity ?? ''), living: thing?.inputs, memory: thing?.memory ?? {} },
      id: thing?.id ?? '',
    };
  }
}

/** Whether a graph can contain a Pulumi type. */
export function isKind(type: string): type is Kind {
  return Object.hasOwn(BEHAVIOURS, type);
}

/** The refusals of a change. */
function refusalsOf(change: Change): string[] {
  return REFUSALS.filter(({ kind, when }) => kind === change.type && when.includes(change.moment)).flatMap(
    ({ refuses }) => refuses(change) ?? [],
  );
}

function refuse(change: Change): void {
  const [refusal] = refusalsOf(change);
  if (refusal !== undefined) throw new Error(refusal);
}
