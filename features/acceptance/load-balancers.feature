@Acceptance @D-011.4 @layer:workload @mutates @order:140
Feature: Tenants get load balancers, and load balancers outlive their amphorae
  A tenant asks Kubernetes for a Service and gets a load balancer without ever seeing one. The machine behind
  it, the amphora, is disposable: losing it may cost connections in flight and nothing else.

  @DOCFIX-040-phase-08 @DOCFIX-040
  Scenario: A throwaway Service spreads its visitors over both pods
    Given a throwaway Service of two pods on the workload cluster, with room for its amphora
    When ten visitors ask it for a name
    Then the cloud keeps its promise that every pod of a Service answers its visitors, and nobody else does
    And the cloud keeps its promise that the load balancer of a Service is made by the cloud controller

  @DOCFIX-040-phase-08 @DOCFIX-040
  Scenario: A throwaway Service that is removed leaves nothing behind
    Given a throwaway Service of two pods on the workload cluster, with room for its amphora
    When the Service is removed
    Then the cloud keeps its promise that nothing of a removed Service is left

  Scenario: There is room for one more amphora before one is replaced
    Then the cloud keeps its promise that a host has room for one more amphora

  Scenario: The cluster's load balancer survives the replacement of its amphora
    Given the load balancer of the cluster's API, with room for one more amphora
    When its amphora is replaced while the API is asked without pause
    Then the cloud keeps its promise that a load balancer whose amphora is replaced serves again
    And the cloud keeps its promise that a load balancer whose amphora is replaced keeps its addresses
    And the cloud keeps its promise that the API pauses no longer than its budget while its amphora is replaced
    And the cloud keeps its promise that no other thing of the cluster is disturbed when its amphora is replaced
