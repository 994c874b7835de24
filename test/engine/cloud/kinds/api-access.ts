// The account settings, custom domains, API keys and usage plans of API Gateway.

import type { Kind } from '../../../../compiler/graph/kind';
import { type Behaviour, identifiedBy, named } from '../behaviour';
import { text } from '../properties';
import { gatewayArn } from './api-gateway';

/** The behaviour of each kind. */
export const API_ACCESS = {
  'aws:apigateway/account:Account': {
    identity: (_inputs, { region }) => region,
    existing: { response: 'overwrite' },
    id: () => 'api-gateway-account',
    afterChange: ({ region, inputs }, world) => {
      if (text(inputs, 'cloudwatchRoleArn') === '') world.withoutLoggingRole.add(region);
      else world.withoutLoggingRole.delete(region);
    },
    afterDelete: ({ region }, world) => {
      world.withoutLoggingRole.add(region);
    },
    outputs: () => ({ apiKeyVersion: '4', features: ['UsagePlans'] }),
    source:
      'internal/service/apigateway/account.go (one for each account and Region; since 6.0 Delete sets cloudwatchRoleArn to null)',
  },
  'aws:apigateway/domainName:DomainName': {
    identity: named('domainName'),
    existing: { response: 'refuse', text: () => 'BadRequestException: The domain name you provided already exists.' },
    id: (inputs) => text(inputs, 'domainName'),
    chosen: (_inputs, { region }) => ({
      endpointConfiguration: { types: 'EDGE', ipAddressType: 'ipv4' },
      ownershipVerificationCertificateArn: '',
      routingMode: 'BASE_PATH_MAPPING_ONLY',
      securityPolicy: 'TLS_1_2',
      region,
    }),
    outputs: ({ inputs }, place) => ({
      arn: gatewayArn(place, `/domainnames/${text(inputs, 'domainName')}`),
      cloudfrontDomainName: 'd111111abcdef8.cloudfront.net',
      cloudfrontZoneId: 'Z2FDTNDATAQYW2',
      regionalDomainName: `d-x.execute-api.${place.region}.amazonaws.com`,
      regionalZoneId: 'Z1UJRXOUMOOFQ8',
    }),
    afterDelete: ({ inputs }, world) =>
      world.removeAll(
        (other) =>
          other.type === 'aws:apigateway/basePathMapping:BasePathMapping' &&
          other.inputs.domainName === inputs.domainName,
      ),
    source: 'internal/service/apigateway/domain_name.go; API Gateway API, CreateDomainName',
  },
  'aws:apigateway/basePathMapping:BasePathMapping': {
    identity: (inputs, { region }) => `${region}/${identifiedBy('domainName', 'basePath')(inputs)}`,
    existing: { response: 'refuse', text: () => 'ConflictException: Base path already exists for this domain name' },
    id: identifiedBy('domainName', 'basePath'),
    source: 'internal/service/apigateway/base_path_mapping.go; API Gateway API, CreateBasePathMapping',
  },
  'aws:apigateway/apiKey:ApiKey': {
    id: (_inputs, generated) => generated,
    // The bridge fills in its own default for the description (pulumi-aws, provider/resources.go, managedByPulumi).
    defaults: { enabled: true },
    chosen: (_inputs, { region }) => ({ description: 'Managed by Pulumi', value: 'generated-by-aws', region }),
    outputs: ({ id }, place) => ({ arn: gatewayArn(place, `/apikeys/${id}`) }),
    source: 'internal/service/apigateway/api_key.go; API Gateway API, CreateApiKey (names may repeat)',
  },
  'aws:apigateway/usagePlan:UsagePlan': {
    id: (_inputs, generated) => generated,
    sets: ['apiStages', 'apiStages.throttles'],
    outputs: ({ id }, place) => ({ arn: gatewayArn(place, `/usageplans/${id}`) }),
    afterDelete: ({ id }, world) =>
      world.removeAll(
        ({ type, inputs }) => type === 'aws:apigateway/usagePlanKey:UsagePlanKey' && inputs.usagePlanId === id,
      ),
    source: 'internal/service/apigateway/usage_plan.go; API Gateway API, CreateUsagePlan (names may repeat)',
  },
  'aws:apigateway/usagePlanKey:UsagePlanKey': {
    identity: identifiedBy('usagePlanId', 'keyId'),
    existing: { response: 'refuse', text: () => 'ConflictException: the key is in this usage plan already' },
    id: (inputs) => text(inputs, 'keyId'),
    outputs: ({ inputs }, _place, world) => {
      const key = world.byId('aws:apigateway/apiKey:ApiKey', text(inputs, 'keyId'));
      return { name: key?.inputs.name ?? '', value: key?.inputs.value ?? '' };
    },
    source:
      'internal/service/apigateway/usage_plan_key.go; API Gateway API, CreateUsagePlanKey (ConflictException; the wording is ours)',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;
