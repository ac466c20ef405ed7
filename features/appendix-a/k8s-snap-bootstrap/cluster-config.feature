@AppendixA @DOCFIX-024 @order:200
Feature: The management cluster was bootstrapped with a network and a resolver
  A bootstrap file without the block cluster-config is taken, and the bootstrap succeeds. Network and dns stay off, so
  that the node never becomes ready, however long one waits.

  @Acceptance @layer:mgmt-vm @observes
  Scenario: The management cluster is ready, and so are its nodes
    Then the cloud keeps its promise that the management cluster is ready
    And the cloud keeps its promise that the nodes of the management cluster are ready

  @rehearsal @layer:jumphost @destroys
  Scenario: A cluster that was bootstrapped without its features is named and given them
    Given a rehearsal cloud where DOCFIX-024 has struck
    Then the check that the management cluster is ready names the victim
    And it leads the operator to DOCFIX-024
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
