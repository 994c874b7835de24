// What a domain name is told goes together, and leaves no way around it.

import type { Environment } from '../../schema/environment.generated';
import { diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { Rule } from './rule';

interface Problem {
  readonly problem: string;
  /** The field to blame, below api.domain. */
  readonly field: readonly PathStep[];
  readonly help: string;
  /** The other side, as a path of the spec. */
  readonly because?: readonly PathStep[];
}

/** ENV3098: a domain name that API Gateway would refuse, or whose mutual TLS protects nothing. */
export const domainRule: Rule = ({ environment, at, otherSide }) =>
  problemsOf(environment).map(({ problem, field, help, because }) => {
    const related = because === undefined ? [] : otherSide('the other side', because);
    return diagnose('custom-domain', at(['api', 'domain', ...field]), { problem }, { help, related });
  });

function problemsOf({ api, region }: Environment): Problem[] {
  if (api?.domain === undefined) return [];
  const { endpointType, domain } = api;
  const because = ['api', 'endpointType'];
  if (endpointType === 'PRIVATE')
    return [{ problem: 'a private API has no public domain name', field: [], help: 'endpointType: REGIONAL', because }];
  const certificateRegion = endpointType === 'EDGE' ? 'us-east-1' : region;
  const isNewer = domain.securityPolicy !== 'TLS_1_2';
  const hasMutualTls = domain.mutualTls !== undefined;
  const mutualTls = ['api', 'domain', 'mutualTls'];
  const checks: [boolean, Problem][] = [
    [
      !DOMAIN_NAME.test(domain.name),
      {
        problem: `${domain.name} is no domain name`,
        field: ['name'],
        help: 'labels of lower-case letters, digits and hyphens, with dots between them: payments.bank.example',
      },
    ],
    [
      domain.certificateArn.split(':')[3] !== certificateRegion,
      {
        problem: `the certificate of this domain name has to be one of ${certificateRegion}`,
        field: ['certificateArn'],
        help: `request or import it in ${certificateRegion}`,
        because: endpointType === 'EDGE' ? because : ['region'],
      },
    ],
    [
      isNewer && endpointType === 'EDGE',
      {
        problem: `${domain.securityPolicy} is a policy of REGIONAL domain names`,
        field: ['securityPolicy'],
        help: 'securityPolicy: TLS_1_2; or endpointType: REGIONAL',
        because,
      },
    ],
    [
      isNewer && hasMutualTls,
      {
        problem: `API Gateway has no mutual TLS with ${domain.securityPolicy}`,
        field: ['securityPolicy'],
        help: 'securityPolicy: TLS_1_2, which takes TLS 1.3 too',
        because: mutualTls,
      },
    ],
    [
      hasMutualTls && endpointType === 'EDGE',
      {
        problem: 'mutual TLS is for REGIONAL domain names',
        field: ['mutualTls'],
        help: 'endpointType: REGIONAL',
        because,
      },
    ],
    [
      hasMutualTls && !domain.disableExecuteApiEndpoint,
      {
        problem: 'the execute-api endpoint asks for no certificate: whoever calls it walks around mutual TLS',
        field: ['disableExecuteApiEndpoint'],
        help: 'disableExecuteApiEndpoint: true',
        because: mutualTls,
      },
    ],
  ];
  return checks.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []));
}

/** Two labels at least, of up to 63 characters each (RFC 1035, section 2.3.4). */
const DOMAIN_NAME = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
