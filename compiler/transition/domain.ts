// Refuses to take the certificate of ownership away from a domain name.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { refusalOf, reviseKind } from './revise';

/**
 * To the provider, no certificate of ownership is no change (ownership_verification_certificate_arn is Optional and Computed
 * in internal/service/apigateway/domain_name.go). API Gateway uses it for mutual TLS only; without that, it means nothing.
 */
export function refuseToDropOwnership(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:apigateway/domainName:DomainName', (node, outputs) => {
    const { mutualTlsAuthentication, ownershipVerificationCertificateArn: wanted } = node.inputs;
    const { ownershipVerificationCertificateArn: certificate } = outputs;
    if (!certificate || mutualTlsAuthentication === undefined || wanted !== undefined) return {};
    const reason = 'the provider does not take the certificate of ownership away from a domain name with mutual TLS';
    const wayOut = `keep ownershipVerificationCertificateArn: ${String(certificate)}; or remove api.domain and deploy, then add it again`;
    return { refusals: [refusalOf(node, 'mutualTls.ownershipVerificationCertificateArn', { reason, wayOut })] };
  });
}
