@CloudAssert @A11 @order:115
Feature: Magnum's word of a cluster is read with the expectations table
  Magnum calls a cluster unhealthy for reasons that are none. One of them, with one driver, is known good in operations;
  that Magnum reaches no management API is another matter, and reads almost the same.

  @Acceptance @layer:workload @observes
  Scenario: What Magnum says of the workload cluster is allowed
    When the operator waits for Magnum's word on its health
    Then the cloud keeps its promise that Magnum's word of the workload cluster is one that the expectations table allows

  @rehearsal @D-041 @layer:jumphost @destroys
  Scenario: An unhealthy cluster without a reason leads to the management VM
    Given a rehearsal cloud where D-041 has struck
    Then the check that Magnum's word of the workload cluster is one that the expectations table allows names the victim
    And it leads the operator to D-041
