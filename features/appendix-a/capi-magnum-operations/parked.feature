@AppendixA @parked-state @order:200
Feature: A parked management machine explains what Magnum says meanwhile
  While the management machine is stopped Magnum cannot ask it, and calls every cluster unhealthy without a reason. The
  clusters serve on: what is to be looked at is the machine.

  @Acceptance @layer:hypervisors @observes
  Scenario: The management machine is not parked here
    Then the cloud keeps its promise that the management VM runs

  @rehearsal @layer:jumphost @destroys
  Scenario: A parked machine is named itself, and no cluster is
    Given a rehearsal cloud where D-041 has struck
    When what parked-state calls normal is looked at in a real shell
    Then it shows what the entry says
    But the check that Magnum calls the workload cluster healthy names the victim
    And it leads the operator to D-041
