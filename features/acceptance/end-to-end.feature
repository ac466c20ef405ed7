@Acceptance @D-011.5 @layer:workload @observes @order:130
Feature: Self-service Kubernetes works from end to end
  This is the sum of the create: the cluster completed on this deploy, and the cloud controller, which the
  first failed builds lost in a crash loop, keeps running.

  Scenario: The cluster came out of this deploy, complete
    When the operator waits for the workload cluster
    Then the cloud keeps its promise that the workload cluster is complete, with its nodes and its address
    And the cloud keeps its promise that the workload cluster was created after this deploy

  Scenario: No container of the cluster restarts while we watch
    Given a tenant's way into the workload cluster
    When the restart window passes over it
    Then the cloud keeps its promise that no container restarts through the restart window
