// Checks that the settings of a domain name agree, and that clients cannot avoid mutual TLS.

import type { Environment } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { PathStep } from '../../../source/spec-node';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'custom-domain': {
    code: 'ENV3098',
    severity: 'error',
    summary: 'A domain name with settings that API Gateway rejects, or with mutual TLS that clients can bypass.',
    explanation: [
      "The certificate must be in the API's Region, or in us-east-1 for EDGE, where CloudFront uses it.",
      "Mutual TLS requires a REGIONAL domain name with the policy TLS_1_2, and clients can bypass it through API Gateway's default endpoint unless that is disabled.",
      'Domain names of private APIs are a separate resource type, which the language does not have (Amazon API Gateway Developer Guide, "How to turn on mutual TLS authentication for your REST APIs" and "Choose a security policy for your custom domain").',
    ],
    message: {
      private: () => 'a private API cannot have a public domain name',
      name: (p: { name: string }) => `${JSON.stringify(p.name)} is not a domain name`,
      certificate: (p: { region: string }) => `the certificate of this domain name must be in ${p.region}`,
      'edge-policy': (p: { policy: string }) => `${p.policy} requires a REGIONAL domain name`,
      'mutual-policy': (p: { policy: string }) => `API Gateway does not support mutual TLS with ${p.policy}`,
      'mutual-edge': () => 'mutual TLS requires a REGIONAL domain name',
      bypass: () =>
        'clients can bypass mutual TLS through the execute-api endpoint, which does not require a certificate',
    },
  },
});

interface Problem {
  readonly found: Parameters<typeof diagnose<'custom-domain'>>[2];
  /** The invalid field, below api.domain. */
  readonly field: readonly PathStep[];
  readonly help: string;
  /** The path of the field that it conflicts with. */
  readonly because?: readonly PathStep[];
}

/** ENV3098: a domain name that API Gateway rejects, or whose mutual TLS clients can bypass. */
export const domainRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    for (const { found, field, help, because } of problemsOf(environment)) {
      const related = because === undefined ? [] : otherSide('the conflicting field', because);
      yield diagnose('custom-domain', at(['api', 'domain', ...field]), found, { help, related });
    }
  },
};

function problemsOf({ api, region }: Environment): Problem[] {
  if (api?.domain === undefined) return [];
  const { endpointType, domain } = api;
  const because = specPath('api', 'endpointType');
  if (endpointType === 'PRIVATE')
    return [{ found: { is: 'private' }, field: [], help: 'set endpointType to REGIONAL', because }];
  const certificateRegion = endpointType === 'EDGE' ? 'us-east-1' : region;
  const isNewer = domain.securityPolicy !== 'TLS_1_2';
  const hasMutualTls = domain.mutualTls !== undefined;
  const mutualTls = specPath('api', 'domain', 'mutualTls');
  const checks: [boolean, Problem][] = [
    [
      !DOMAIN_NAME.test(domain.name),
      {
        found: { is: 'name', name: domain.name },
        field: ['name'],
        help: 'write labels of lower-case letters, digits and hyphens, separated by dots: payments.bank.example',
      },
    ],
    [
      domain.certificateArn.split(':')[3] !== certificateRegion,
      {
        found: { is: 'certificate', region: certificateRegion },
        field: ['certificateArn'],
        help: `request or import the certificate in ${certificateRegion}`,
        because: endpointType === 'EDGE' ? because : ['region'],
      },
    ],
    [
      isNewer && endpointType === 'EDGE',
      {
        found: { is: 'edge-policy', policy: domain.securityPolicy },
        field: ['securityPolicy'],
        help: 'set securityPolicy to TLS_1_2; or set endpointType to REGIONAL',
        because,
      },
    ],
    [
      isNewer && hasMutualTls,
      {
        found: { is: 'mutual-policy', policy: domain.securityPolicy },
        field: ['securityPolicy'],
        help: 'set securityPolicy to TLS_1_2, which also allows TLS 1.3',
        because: mutualTls,
      },
    ],
    [
      hasMutualTls && endpointType === 'EDGE',
      {
        found: { is: 'mutual-edge' },
        field: ['mutualTls'],
        help: 'set endpointType to REGIONAL',
        because,
      },
    ],
    [
      hasMutualTls && !domain.disableExecuteApiEndpoint,
      {
        found: { is: 'bypass' },
        field: ['disableExecuteApiEndpoint'],
        help: 'set disableExecuteApiEndpoint to true',
        because: mutualTls,
      },
    ],
  ];
  return checks.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []));
}

/** At least two labels of at most 63 characters each (RFC 1035, section 2.3.4). */
const DOMAIN_NAME = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
