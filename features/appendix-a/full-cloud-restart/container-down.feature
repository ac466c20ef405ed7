@AppendixA @restart-1 @lxd-container-down @order:200
Feature: Every machine and every container came back
  A host can report started while a container on it does not run: what lives there is silent, and the words of its
  units are those from before.

  @Acceptance @layer:machines @observes
  Scenario: Every machine and every container is started
    Then the cloud keeps its promise that every machine and every container is started

  @rehearsal @layer:jumphost @destroys
  Scenario: A container that is stopped is named, and started on its host
    Given a rehearsal cloud where lxd-container-down has struck
    Then the check that every machine and every container is started names the victim
    And it leads the operator to restart-1
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
