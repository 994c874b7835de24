// Refuses to remove the ownership verification certificate of a domain name.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { refusalOf, reviseKind } from './revise';

/**
 * The provider ignores an absent certificate (ownership_verification_certificate_arn is Optional and Computed in
 * internal/service/apigateway/domain_name.go). API Gateway uses it only for mutual TLS.
 */
export function refuseToDropOwnership(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:apigateway/domainName:DomainName', (node, outputs) => {
    const { mutualTlsAuthentication, ownershipVerificationCertificateArn: next } = node.inputs;
    const { ownershipVerificationCertificateArn: certificate } = outputs;
    if (!certificate || mutualTlsAuthentication === undefined || next !== undefined) return {};
    const reason = 'the provider cannot remove the ownership verification certificate of a domain name with mutual TLS';
    const fix = `keep ownershipVerificationCertificateArn: ${String(certificate)}; or remove api.domain and deploy, then add it again`;
    return { refusals: [refusalOf(node, ['mutualTls', 'ownershipVerificationCertificateArn'], { reason, fix })] };
  });
}
