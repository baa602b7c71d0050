import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import type { Construct } from "constructs";
import type { DeploymentValues } from "./deployment-values.ts";

/**
 * Tells the alarm recipients when half of the month's budget is spent, all of it, or the month is on its way there.
 * It watches the whole account: what it cannot see it could not warn of.
 */
export function watchCost(scope: Construct, { deployment }: DeploymentValues): CfnBudget {
  const subscribers = deployment.alarmRecipients.map((address) => ({ subscriptionType: "EMAIL", address }));
  const past = (threshold: number, notificationType: "ACTUAL" | "FORECASTED") => ({
    notification: {
      comparisonOperator: "GREATER_THAN",
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
    },
    subscribers,
  });
  return new CfnBudget(scope, "Budget", {
    budget: {
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount: deployment.monthlyBudgetDollars, unit: "USD" },
    },
    notificationsWithSubscribers: [past(50, "ACTUAL"), past(100, "ACTUAL"), past(100, "FORECASTED")],
  });
}
