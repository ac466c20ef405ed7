@AppendixA @uninitialized-taint @order:200
Feature: New nodes lose their taint, because the management cluster is there
  Addons that stay Pending on Ready nodes are no fault of the workload cluster: the taint that keeps them out is taken
  away by the management cluster, and that one is down.

  @Acceptance @layer:workload @mutates
  Scenario: Every node asked for is ready, and none waits for the management cluster
    When the operator waits for the workload cluster
    Then the cloud keeps its promise that the nodes asked for are ready at the version of the image

  @rehearsal @layer:jumphost @destroys
  Scenario: Tainted nodes are named, and cured where the cause is
    Given a rehearsal cloud where uninitialized-taint has struck
    Then the check that the nodes asked for are ready at the version of the image names the victim
    And it leads the operator to uninitialized-taint
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
