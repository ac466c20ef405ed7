@Acceptance @D-011.5 @layer:workload @observes
Feature: Self-service Kubernetes works from end to end
  This is the sum of the create: the cluster completed on this deploy, and the cloud controller, which the
  first failed builds lost in a crash loop, keeps running.

  Scenario: The cluster came out of this deploy, complete
    When the workload cluster is waited for
    Then it is complete and younger than the deploy

  Scenario: No container of the cluster restarts while we watch
    When the workload cluster is watched for a while
    Then no container has restarted
