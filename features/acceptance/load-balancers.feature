@Acceptance @D-011.4 @layer:workload @mutates
Feature: Tenants get load balancers, and load balancers outlive their amphorae
  A tenant asks Kubernetes for a Service and gets a load balancer without ever seeing one. The machine behind
  it, the amphora, is disposable: losing it may cost connections in flight and nothing else.

  @DOCFIX-040-phase-08 @DOCFIX-040
  Scenario: A throwaway Service spreads its visitors over both pods and leaves nothing behind
    Given a throwaway Service of two pods on the workload cluster, with room for its amphora
    When ten visitors ask it for a name
    Then both pods have answered
    And its load balancer was made by the cloud controller
    And after its removal nothing of it is left

  Scenario: There is room for one more amphora before one is replaced
    When Placement is asked for the room of one amphora
    Then at least one host can take it

  Scenario: The cluster's load balancer survives the replacement of its amphora
    Given the load balancer of the cluster's API, with room for one more amphora
    When its amphora is replaced while the API is asked without pause
    Then it serves again, and its addresses are the ones it had
    And the API paused no longer than its budget
    And nodes and pods are the ones they were
