// Performs operations with dynalite's functions, without HTTP.

import { createRequire } from 'node:module';
import type { JsonObject, StoreAnswer } from '../front/call';
import { OPERATIONS } from '../front/operations';
import { meteredStore, type WriteMeter } from './dynalite-library';
import type { DynaliteStore } from './dynalite-types';

/** The types of an operation's parameters, and its own check of them. */
interface OperationValidation {
  readonly types: object;
  readonly custom: unknown;
}

interface Validations {
  checkTypes(request: JsonObject, types: object): object;
  checkValidations(request: object, types: object, custom: unknown, store: DynaliteStore): void;
}

type Action = (store: DynaliteStore, request: object, done: (error: Error | null, answer?: JsonObject) => void) => void;

interface Operation {
  readonly action: Action;
  readonly validation: OperationValidation;
}

/** An error that dynalite sends to the client. */
interface AnsweredFailure extends Error {
  readonly statusCode: number;
  readonly body: JsonObject;
  readonly refusedBy?: 'capacity';
}

const load = createRequire(require.resolve('dynalite'));
const loaded = new Map<string, Operation>();
let validations: Validations | undefined;

/** Performs an operation as dynalite's request handler does. It can throw, now or in a later tick. */
export function performOperation(
  store: DynaliteStore,
  name: string,
  request: JsonObject,
  done: (answer: StoreAnswer) => void,
  meter?: WriteMeter,
): void {
  if (!OPERATIONS.dynamodb.includes(name)) {
    done({ statusCode: 400, body: { __type: 'com.amazon.coral.service#UnknownOperationException' } });
    return;
  }
  const { action, validation } = operationOf(name);
  const fail = (error: unknown): void => {
    if (!isAnswered(error)) throw error;
    const { statusCode, body, refusedBy } = error;
    done({ statusCode, body, ...(refusedBy && { refusedBy }) });
  };
  let checked: object;
  try {
    checked = check({ ...request }, validation, store);
  } catch (error) {
    fail(error);
    return;
  }
  action(meter === undefined ? store : meteredStore(store, checked, meter), checked, (error, body) => {
    if (error) fail(error);
    else done({ statusCode: 200, body: body ?? {} });
  });
}

/** dynalite removes unknown members from the request. */
function check(request: JsonObject, { types, custom }: OperationValidation, store: DynaliteStore): object {
  validations ??= load('./validations') as Validations;
  const checked = validations.checkTypes(request, types);
  validations.checkValidations(checked, types, custom, store);
  return checked;
}

function operationOf(name: string): Operation {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const operation = {
    action: load(`./actions/${file}`) as Action,
    validation: load(`./validations/${file}`) as OperationValidation,
  };
  loaded.set(name, operation);
  return operation;
}

function isAnswered(error: unknown): error is AnsweredFailure {
  return error instanceof Error && 'statusCode' in error && 'body' in error;
}
