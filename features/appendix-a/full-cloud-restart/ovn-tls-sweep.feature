@AppendixA @ovn-tls-sweep @order:200
Feature: Every chassis follows the certificates that Vault issued
  After Vault reissued its certificates a process that was not restarted talks with the old one, and nobody listens.
  What runs there goes on until the first change of the network.

  @Acceptance @layer:ovn @observes
  Scenario: Every chassis is connected to its southbound database
    Then the cloud keeps its promise that every chassis is connected to its southbound database

  @rehearsal @layer:jumphost @destroys
  Scenario: A controller with an old certificate is named and restarted
    Given a rehearsal cloud where ovn-disconnected has struck
    Then the check that every chassis is connected to its southbound database names the victim
    And it leads the operator to ovn-tls-sweep
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
