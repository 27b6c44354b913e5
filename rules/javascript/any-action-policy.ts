fn.addToRolePolicy(
  // ruleid: javascript.any-action-policy
  new iam.PolicyStatement({ actions: ["dynamodb:*"], resources: ["*"] }),
);
role.addToPolicy(
  // ruleid: javascript.any-action-policy
  new PolicyStatement({ effect: Effect.ALLOW, actions: ["*"], resources: [bucket.bucketArn] }),
);
const policy = {
  Version: "2012-10-17",
  Statement: [
    // ruleid: javascript.any-action-policy
    { Effect: "Allow", Action: "s3:*", Resource: "*" },
    // ok: javascript.any-action-policy
    { Effect: "Allow", Action: ["s3:GetObject"], Resource: "*" },
    // ok: javascript.any-action-policy
    { Effect: "Deny", Action: "*", Resource: "*" },
  ],
};
fn.addToRolePolicy(
  // ok: javascript.any-action-policy
  new iam.PolicyStatement({ actions: ["dynamodb:*"], resources: [table.tableArn] }),
);
fn.addToRolePolicy(
  // ok: javascript.any-action-policy
  new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ["*"], resources: ["*"] }),
);
// What a role may do: a service of its own, in JSON.
// ruleid: javascript.any-action-policy
const tables = { Effect: "Allow", Resource: "*", Action: ["DynamoDB:*"] };
// ruleid: javascript.any-action-policy
const open = { Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: "*" };
// The policy of a key: its resource is the key.
const key = new iam.PolicyDocument({
  statements: [
    // ok: javascript.any-action-policy
    new iam.PolicyStatement({ principals: [new iam.ServicePrincipal("sns.amazonaws.com")], actions: ["kms:*"], resources: ["*"] }),
  ],
});
// ok: javascript.any-action-policy
const keyInJson = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" };
// ok: javascript.any-action-policy
const inOrganization = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": org } } };
// ok: javascript.any-action-policy
const tagged = new PolicyStatement({ actions: ["ec2:*"], resources: ["*"], conditions: { StringEquals: { "aws:ResourceTag/app": "shop" } } });
