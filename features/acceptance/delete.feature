@Acceptance @phase-08.5 @layer:magnum @mutates @order:900
Feature: A cluster goes without a trace
  Making is half of self-service. A cluster that cannot be removed cleanly leaves networks, machines and
  addresses that nobody owns. A cluster that the run found belongs to the operator and is left alone.

  Scenario: The cluster that this run made is removed with everything that came of it
    When the workload cluster that this run made is removed
    Then the cloud keeps its promise that Magnum no longer knows the removed cluster
    And the cloud keeps its promise that the machines, load balancers and addresses of a removed cluster are gone
