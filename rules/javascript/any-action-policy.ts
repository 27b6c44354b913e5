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
