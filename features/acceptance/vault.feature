@Acceptance @D-011.6 @layer:mysql @observes @order:20
Feature: Vault is open, and the operator can open it again
  Every certificate of the cloud comes from Vault, and Vault closes itself at every restart. The standard is
  that a person opens it with three of five key shares, so two things count: that it is open now, and
  that the operator has shown that they can open it.

  Rule: It is open now

    Scenario: Every Vault unit is initialized and unsealed by its own word
      Then the cloud keeps its promise that every Vault unit is initialized and unsealed

  Rule: The operator has shown that they can open it

    Scenario: Three of five shares unseal it, and a person has done so by hand
      Then the cloud keeps its promise that the standard number of shares unseals Vault
      And the cloud keeps its promise that the last unseal drill is within its validity
