// Refusals to delete resources that are still in use.

import { text } from '../properties';
import type { Refusal } from '../refusal';

/** The refusals. */
export const OWNERSHIP_REFUSALS: readonly Refusal[] = [
  {
    fact: 'a role with policies cannot be deleted',
    kind: 'aws:iam/role:Role',
    when: ['delete'],
    refuses: ({ inputs, world }) => {
      const ofRole = (type: string) => world.all(type).some((other) => other.inputs.role === inputs.name);
      if (ofRole('aws:iam/rolePolicyAttachment:RolePolicyAttachment'))
        return 'DeleteConflict: Cannot delete entity, must detach all policies first.';
      return ofRole('aws:iam/rolePolicy:RolePolicy')
        ? 'DeleteConflict: Cannot delete entity, must delete policies first.'
        : undefined;
    },
    source:
      'IAM API, DeleteRole ("make sure that the role has no policies"); internal/service/iam/role.go (force_detach_policies)',
  },
  {
    fact: 'an attached policy cannot be deleted',
    kind: 'aws:iam/policy:Policy',
    when: ['delete'],
    refuses: ({ id, world }) =>
      world
        .all('aws:iam/rolePolicyAttachment:RolePolicyAttachment')
        .some(({ inputs }) => text(inputs, 'policyArn') === id)
        ? 'DeleteConflict: Cannot delete a policy attached to entities.'
        : undefined,
    source: 'IAM API, DeletePolicy (DeleteConflict)',
  },
  {
    fact: 'a backup plan with selections cannot be deleted',
    kind: 'aws:backup/plan:Plan',
    when: ['delete'],
    refuses: ({ id, world }) =>
      world.all('aws:backup/selection:Selection').some(({ inputs }) => inputs.planId === id)
        ? 'InvalidRequestException: Related backup plan selections must be deleted prior to backup plan deletion.'
        : undefined,
    source: 'internal/service/backup/plan.go (resourcePlanDelete); AWS Backup Developer Guide, Deleting a backup plan',
  },
  {
    fact: 'an alarm that a composite alarm uses cannot be deleted',
    kind: 'aws:cloudwatch/metricAlarm:MetricAlarm',
    when: ['delete'],
    refuses: ({ inputs, world }) => {
      const name = text(inputs, 'name');
      const isNamed = world
        .all('aws:cloudwatch/compositeAlarm:CompositeAlarm')
        .some((composite) => text(composite.inputs, 'alarmRule').includes(`"${name}"`));
      return isNamed
        ? `ValidationError: Cannot delete ${name} as there are composite alarm(s) depending on it.`
        : undefined;
    },
    source:
      'terraform-provider-aws, website/docs/r/cloudwatch_composite_alarm.html.markdown; CloudWatch API, DeleteAlarms',
  },
  {
    fact: 'an associated web ACL cannot be deleted',
    kind: 'aws:wafv2/webAcl:WebAcl',
    when: ['delete'],
    refuses: ({ id, world }) =>
      world
        .all('aws:wafv2/webAclAssociation:WebAclAssociation')
        .some(({ inputs }) => text(inputs, 'webAclArn').endsWith(`/${id}`))
        ? "WAFAssociatedItemException: AWS WAF couldn't perform the operation because your resource is being used by another resource or it's associated with another resource."
        : undefined,
    source: 'AWS WAFV2 API, DeleteWebACL (WAFAssociatedItemException); internal/service/wafv2/web_acl.go',
  },
];
