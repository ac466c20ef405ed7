@Acceptance @layer:magnum @order:110
Feature: A tenant makes a Kubernetes cluster
  One command of a tenant sets off the whole machinery: credentials, network, load balancer, machines, nodes.
  The cluster is made once and shared by everything that follows; one that stands already belongs to the operator.

  @phase-08.1 @mutates
  Scenario: A workload cluster is made from the template, or the one that stands is found
    When the operator makes sure that the workload cluster exists
    Then the cloud keeps its promise that Magnum is building the workload cluster or has built it

  @phase-08.2 @observes
  Scenario: The cluster completes within its budget and tells where its API is
    When the operator waits for the workload cluster
    Then the cloud keeps its promise that the workload cluster is complete, with its nodes and its address

  @phase-08.2 @D-042 @observes
  Scenario: Magnum calls the completed cluster healthy
    When the operator waits for Magnum's word on its health
    Then the cloud keeps its promise that Magnum calls the workload cluster healthy

  @phase-08.2 @D-039 @observes
  Scenario: The credential that the cluster was given carries every needed role
    When the operator waits for the workload cluster
    Then the cloud keeps its promise that the credential that the cluster was given carries every needed role
