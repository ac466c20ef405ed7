@AppendixA @hypervisor-down @order:200
Feature: Every hypervisor is up, also where Juju is green
  A nova-compute that died leaves its guests running and its charm content: nothing new comes to its host, and only
  Nova says so.

  @Acceptance @layer:hypervisors @observes
  Scenario: Every hypervisor is up and enabled
    Then the cloud keeps its promise that every hypervisor is up and enabled

  @rehearsal @layer:jumphost @destroys
  Scenario: A hypervisor whose nova-compute died is named, and its service restarted
    Given a rehearsal cloud where hypervisor-down has struck
    Then the check that every hypervisor is up and enabled names the victim
    And it leads the operator to hypervisor-down
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
