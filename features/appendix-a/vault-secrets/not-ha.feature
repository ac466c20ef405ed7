@AppendixA @R3 @order:200
Feature: One Vault on MySQL is not highly available, and need not be
  An operator who reads that high availability is off looks for what broke it. Nothing did: one unit on MySQL has none
  by design, and an older text that expects it is stale.

  @Acceptance @layer:mysql @observes
  Scenario: Vault is sound by what counts, whatever it says of high availability
    Then the cloud keeps its promise that every Vault unit is initialized and unsealed

  @rehearsal @layer:jumphost @destroys
  Scenario: A single Vault that says it is not highly available alarms nobody
    When what R3 calls normal is looked at in a real shell
    Then it shows what the entry says
    And no check alarms
