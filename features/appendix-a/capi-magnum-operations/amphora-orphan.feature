@AppendixA @amphora-orphan @order:200
Feature: Every amphora server has its row in Octavia
  Failed failovers leave servers that Octavia does not know: some never came up, some serve nobody and send heartbeats
  for ever. Each holds the room that the next failover needs.

  @Acceptance @layer:octavia @observes
  Scenario: No amphora is broken or orphaned
    Then the cloud keeps its promise that no amphora is broken or orphaned

  @rehearsal @layer:jumphost @destroys
  Scenario: A server whose spawn failed is named and deleted by its id
    Given a rehearsal cloud where amphora-orphan has struck
    Then the check that no amphora is broken or orphaned names the victim
    And it leads the operator to amphora-orphan
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A zombie that sends heartbeats is named and deleted by its id
    Given a rehearsal cloud where amphora-orphan-active has struck
    Then the check that no amphora is broken or orphaned names the victim
    And it leads the operator to amphora-orphan
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
