@CloudAssert @A11 @order:115
Feature: Magnum's word of a cluster is read with the expectations table
  Magnum calls a cluster unhealthy for reasons that are none. One of them, with one driver, is known good in operations;
  that Magnum reaches no management API is another matter, and reads almost the same.

  @Acceptance @layer:workload @observes
  Scenario: What Magnum says of the workload cluster is allowed
    When the operator waits for Magnum's word on its health
    Then the cloud keeps its promise that Magnum's word of the workload cluster is one that the expectations table allows

  @rehearsal @layer:jumphost @destroys
  Scenario: A Magnum that answers with an error page says nothing of a cluster
    Given a rehearsal cloud where magnum-5xx has struck
    Then the check that Magnum's word of the workload cluster is one that the expectations table allows says that nothing was seen
