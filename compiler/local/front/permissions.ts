// Refuses the calls of functions that their roles do not allow, as IAM does.

import { evaluate, type Policy } from '../../model/iam-policy';
import { LOCAL_ACCOUNT } from '../local-values';
import type { FunctionPrincipal, Stage, StoreAnswer, StoreCall } from './call';

/** Evaluates the role of a function. Other clients are the developer, whose calls are all allowed. */
export const checkPermissions: Stage = (call, proceed) => {
  const refusal = call.caller.is === 'function' ? refuse(call, call.caller.principal) : undefined;
  return refusal === undefined ? proceed(call) : Promise.resolve(refusal);
};

function refuse(call: StoreCall, principal: FunctionPrincipal): StoreAnswer | undefined {
  const action = actionOf(call);
  // An operation without resources is authorized on all of them.
  for (const resource of call.resources.length === 0 ? ['*'] : call.resources) {
    const reason = findReason(call, principal, action, resource);
    if (reason !== undefined) return deny(call, principal, action, resource, reason);
  }
  return undefined;
}

/** Returns why IAM denies an action, in IAM's words; undefined if it allows the action. */
function findReason(
  { region }: StoreCall,
  { policies, boundary }: FunctionPrincipal,
  action: string,
  resource: string,
): Reason | undefined {
  const sources: [kind: string, policies: readonly Policy[]][] = [['identity-based policy', policies]];
  if (boundary !== undefined) sources.push(['permissions boundary', [boundary]]);
  const request = { action, resource, context: { 'aws:RequestedRegion': region } };
  for (const [kind, policiesOfKind] of sources) {
    const decision = evaluate(policiesOfKind, request);
    if (decision === 'denied explicitly') return () => `with an explicit deny in ${articleOf(kind)} ${kind}`;
    if (decision === 'denied implicitly') return (named) => `because no ${kind} allows the ${named} action`;
  }
  return undefined;
}

/** A reason; its argument is the action as the service writes it. */
type Reason = (action: string) => string;

const articleOf = (word: string) => (/^[aeiou]/.test(word) ? 'an' : 'a');

/** The IAM action of a call. SQS has none for batches (Actions, resources, and condition keys for Amazon SQS). */
function actionOf({ service, operation }: StoreCall): string {
  return `${service}:${service === 'sqs' ? operation.replace(/Batch$/, '') : operation}`;
}

/** The answers of both services, which differ in the status code, the type and the case of the action. */
function deny(
  { service }: StoreCall,
  { name, role }: FunctionPrincipal,
  action: string,
  resource: string,
  reason: Reason,
): StoreAnswer {
  const named = service === 'sqs' ? action.toLowerCase() : action;
  const user = `arn:aws:sts::${LOCAL_ACCOUNT}:assumed-role/${role}/${name}`;
  const message = `User: ${user} is not authorized to perform: ${named} on resource: ${resource} ${reason(named)}`;
  return service === 'sqs'
    ? {
        statusCode: 403,
        body: { __type: 'com.amazonaws.sqs#AccessDenied', message },
        headers: { 'x-amzn-query-error': 'AccessDenied;Sender' },
        refusedBy: 'permissions',
      }
    : {
        statusCode: 400,
        body: { __type: 'com.amazon.coral.service#AccessDeniedException', message },
        refusedBy: 'permissions',
      };
}
