@AppendixA @restart-3 @vault-sealed @order:200
Feature: Vault was unsealed by hand after its restart
  Vault always restarts sealed, and that is the standard here: three of five people type their share at a prompt that
  hides it, and none stands in an argument.

  @Acceptance @layer:vault @observes
  Scenario: Every Vault unit is initialized and unsealed
    Then the cloud keeps its promise that every Vault unit is initialized and unsealed

  @rehearsal @layer:jumphost @destroys
  Scenario: A sealed Vault is named, and opens at the third share
    Given a rehearsal cloud where vault-sealed has struck
    Then the check that every Vault unit is initialized and unsealed names the victim
    And it leads the operator to restart-3
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
