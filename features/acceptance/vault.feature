@Acceptance @D-011.6 @layer:mysql @observes
Feature: Vault is open, and the operator can open it again
  Every certificate of the cloud comes from Vault, and Vault closes itself at every restart. The standard is
  that a person opens it with three of five key shares, so two things count: that it is open now, and
  that the operator has shown that they can open it.

  Scenario: Every Vault unit is initialized and unsealed by its own word
    When Vault is asked on its own units
    Then every Vault unit is unsealed

  Scenario: The operator can unseal again with three of five shares
    When Vault is asked on its own units
    Then three of five shares unseal it
    And a manual unseal is on record and still counts
