// Evaluates policies as IAM does, as far as the compiled policies need it (IAM User Guide, "Policy evaluation logic").

import { BlockList } from 'node:net';

/** A value of the request context: one text, or several for a multivalued key such as aws:TagKeys. */
export type ContextValue = string | readonly string[];

/** A request to AWS as IAM sees it. */
export interface Request {
  /** For example `kms:CreateKey`. */
  readonly action: string;
  /** The ARN that the action is authorized on, or `*` for an action without resource types. */
  readonly resource: string;
  /** The ARN of the caller, or `anonymous`; it is compared with the principals of resource-based policies. */
  readonly principal?: string;
  /** The condition keys of the request. Other keys are absent from the request context. */
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** A statement of a policy. Only those of resource-based policies have a principal. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | { readonly AWS: string | readonly string[] };
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A policy document. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** IAM's decision: an explicit deny overrides any allow, and a request without an allow is denied. */
export type Decision = 'allowed' | 'denied explicitly' | 'denied implicitly';

/**
 * Evaluates a request under several identity-based policies of one principal, or under the policy of a resource.
 * @throws Error for an element, an operator, a condition key or a policy variable that this evaluator does not know
 */
export function evaluate(policies: readonly Policy[], request: Request): Decision {
  const matching = policies.flatMap(({ Statement }) => Statement).filter((statement) => matches(statement, request));
  if (matching.some(({ Effect }) => Effect === 'Deny')) return 'denied explicitly';
  return matching.some(({ Effect }) => Effect === 'Allow') ? 'allowed' : 'denied implicitly';
}

const ELEMENTS = ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

function matches(statement: PolicyStatement, { action, resource, principal, context }: Request): boolean {
  const unknown = Object.keys(statement).filter((element) => !ELEMENTS.includes(element));
  if (unknown.length > 0) throw new Error(`unknown element of a policy statement: ${unknown.join(', ')}`);
  const { Principal, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  // Names of actions are not case-sensitive; ARNs are (IAM User Guide, "IAM JSON policy elements: Action").
  const isAction = (pattern: string) => matchesWildcards(pattern.toLowerCase(), action.toLowerCase());
  const isResource = (pattern: string) => matchesWildcards(plain(pattern), resource);
  return (
    (Principal === undefined || isPrincipal(Principal, principal)) &&
    selects('Action', Action, NotAction, isAction) &&
    selects('Resource', Resource, NotResource, isResource) &&
    // All operators, and all keys of each, must match ("Conditions with multiple context keys or values").
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, key, listOf(values).map(plain), context)),
    )
  );
}

/** Whether a statement is about a caller. The root user of an account stands for all its users (IAM User Guide, "Principal"). */
function isPrincipal(named: NonNullable<PolicyStatement['Principal']>, principal: string | undefined): boolean {
  if (principal === undefined) throw new Error('a statement with a principal requires a request with one');
  const [account] = /^arn:[^:]+:iam::\d+:/.exec(principal) ?? [];
  return named === '*' || listOf(named.AWS).some((one) => one === '*' || one === principal || one === `${account}root`);
}

type Patterns = string | readonly string[] | undefined;

function selects(element: string, some: Patterns, allBut: Patterns, test: (pattern: string) => boolean): boolean {
  if ((some === undefined) === (allBut === undefined))
    throw new Error(`a statement must have either ${element} or Not${element}`);
  return some !== undefined ? listOf(some).some(test) : !listOf(allBut ?? []).some(test);
}

/** The condition keys that the calls set. A policy with another key would be evaluated as if the request did not have it. */
const KNOWN_KEYS = [
  /^aws:(RequestTag|ResourceTag)\/.+$/,
  /^aws:(TagKeys|RequestedRegion|SourceIp|VpcSourceIp|SourceVpce)$/,
  /^iam:(PassedToService|PermissionsBoundary|PolicyARN|AWSServiceName)$/,
  /^kms:(ViaService|ResourceAliases)$/,
  /^lambda:FunctionArn$/,
];

const MULTIVALUED = ['aws:TagKeys', 'kms:ResourceAliases'];

type Test = (value: string, pattern: string) => boolean;

const EQUAL: Test = (value, pattern) => value === pattern;
const LIKE: Test = (value, pattern) => matchesWildcards(pattern, value);
const EQUAL_IGNORING_CASE: Test = (value, pattern) => value.toLowerCase() === pattern.toLowerCase();

/** The operators, and whether each is negated (IAM User Guide, "IAM JSON policy elements: Condition operators"). */
const OPERATORS: Readonly<Record<string, { readonly test: Test; readonly negated: boolean }>> = {
  StringEquals: { test: EQUAL, negated: false },
  StringNotEquals: { test: EQUAL, negated: true },
  StringEqualsIgnoreCase: { test: EQUAL_IGNORING_CASE, negated: false },
  StringLike: { test: LIKE, negated: false },
  StringNotLike: { test: LIKE, negated: true },
  // ArnEquals and ArnLike behave identically (ibid.).
  ArnEquals: { test: matchesArn, negated: false },
  ArnLike: { test: matchesArn, negated: false },
  ArnNotEquals: { test: matchesArn, negated: true },
  ArnNotLike: { test: matchesArn, negated: true },
  IpAddress: { test: isInNetwork, negated: false },
  NotIpAddress: { test: isInNetwork, negated: true },
  Bool: { test: EQUAL_IGNORING_CASE, negated: false },
};

function holds(operator: string, key: string, wanted: readonly string[], context: Request['context']): boolean {
  const found = lookUp(key, context);
  if (operator === 'Null') return wanted.some((value) => (value === 'true') === (found === undefined));
  const {
    set,
    name = '',
    ifExists,
  } = /^((?<set>ForAllValues|ForAnyValue):)?(?<name>\w+?)(?<ifExists>IfExists)?$/.exec(operator)?.groups ?? {};
  const known = OPERATORS[name];
  if (known === undefined) throw new Error(`unknown condition operator ${operator}`);
  const { test, negated } = known;
  const isOne = (value: string) => wanted.some((pattern) => test(value, pattern)) !== negated;
  if (set === undefined && MULTIVALUED.includes(key))
    throw new Error(`${key} has several values: ${operator} requires ForAllValues: or ForAnyValue:`);
  // Without the key, ForAllValues matches and ForAnyValue does not ("Set operators for multivalued context keys").
  if (set === 'ForAllValues') return listOf(found ?? []).every(isOne);
  if (found === undefined) return ifExists !== undefined || (set === undefined && negated);
  return listOf(found).some(isOne);
}

/** The value of a context key. Its name is not case-sensitive, except for the part after a slash, such as a tag key. */
function lookUp(key: string, context: Request['context']): ContextValue | undefined {
  if (!KNOWN_KEYS.some((pattern) => pattern.test(key))) throw new Error(`unknown condition key ${key}`);
  return Object.hasOwn(context, key) ? context[key] : undefined;
}

/** Whether an address is in a network such as `203.0.113.0/24`, or equal to another address. */
function isInNetwork(address: string, network: string): boolean {
  const [base = '', bits] = network.split('/');
  const typeOf = (text: string) => (text.includes(':') ? 'ipv6' : 'ipv4');
  const list = new BlockList();
  if (bits === undefined) list.addAddress(base, typeOf(base));
  else list.addSubnet(base, Number(bits), typeOf(base));
  return list.check(address, typeOf(address));
}

function matchesArn(value: string, pattern: string): boolean {
  const [parts, patterns] = [value, pattern].map(arnParts) as [string[], string[]];
  // Each of the six parts is compared separately (ibid., "Amazon Resource Name (ARN) condition operators").
  return parts.length === patterns.length && parts.every((part, at) => matchesWildcards(patterns[at] ?? '', part));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Regular expressions by pattern, cached because a test evaluates the same patterns thousands of times. */
const EXPRESSIONS = new Map<string, RegExp>();

/** Whether a text matches a pattern, in which `*` is any text and `?` any character. */
function matchesWildcards(pattern: string, text: string): boolean {
  let expression = EXPRESSIONS.get(pattern);
  if (expression === undefined) {
    const source = pattern
      .replace(/[\\^$+.()|[\]{}]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 's');
    EXPRESSIONS.set(pattern, expression);
  }
  return expression.test(text);
}

function plain(text: string): string {
  if (text.includes('${')) throw new Error(`policy variables are not supported: ${text}`);
  return text;
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
