// The custom domain name of the API, its TLS settings, and the settings of the default endpoint.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName, DOMAIN, stageHandle } from '../../graph/handles';
import { type LowerContext, resource } from './section';

/** The domain name and its mapping to the stage; empty if the spec does not define one. */
export function lowerDomain({ environment, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  const { domain, endpointType } = api;
  if (domain === undefined) return [];
  const { name, certificateArn, mutualTls } = domain;
  const origin = originOf(['api', 'domain']);
  return [
    resource(DOMAIN, origin, {
      domainName: name,
      endpointConfiguration: { types: endpointType },
      certificateArn: endpointType === 'EDGE' ? certificateArn : undefined,
      regionalCertificateArn: endpointType === 'EDGE' ? undefined : certificateArn,
      securityPolicy: domain.securityPolicy,
      endpointAccessMode: accessMode(domain),
      mutualTlsAuthentication: mutualTls && {
        truststoreUri: mutualTls.truststoreUri,
        truststoreVersion: mutualTls.truststoreVersion,
      },
      ownershipVerificationCertificateArn: mutualTls?.ownershipVerificationCertificateArn,
      tags: environment.tags,
    }),
    resource(handle('aws:apigateway/basePathMapping:BasePathMapping', apiPartName('domain-mapping')), origin, {
      domainName: DOMAIN.ref('domainName'),
      restApi: API.ref('id'),
      stageName: stageHandle(api).ref('stageName'),
    }),
  ];
}

/**
 * The settings of the default endpoint, which take effect with the next deployment of the API. `disableExecuteApiEndpoint` is always
 * set, because the provider ignores its removal. With the newer security policies, the API's own policy applies to every domain name
 * (Amazon API Gateway Developer Guide, "Choose a security policy for your custom domain in API Gateway").
 */
export function defaultEndpoint({ domain }: Api) {
  if (domain === undefined) return { disableExecuteApiEndpoint: false };
  const { disableExecuteApiEndpoint, securityPolicy } = domain;
  const endpointAccessMode = accessMode(domain);
  return { disableExecuteApiEndpoint, ...(endpointAccessMode && { securityPolicy, endpointAccessMode }) };
}

/** The access mode, which only newer security policies support. STRICT requires the same host name in the TLS handshake and in the request. */
function accessMode({ securityPolicy }: NonNullable<Api['domain']>): 'STRICT' | undefined {
  return securityPolicy === 'TLS_1_2' ? undefined : 'STRICT';
}
