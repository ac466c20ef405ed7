@AppendixA @DOCFIX-006 @order:200
Feature: Vault is initialized once, and its keys were kept
  Vault gives its keys once, at its first start. A redirect that loses them loses the cloud's certificates with them, and a
  second try is refused.

  @Acceptance @layer:mysql @observes
  Scenario: Every Vault is initialized already, so that nobody has to
    Then the cloud keeps its promise that every Vault unit is initialized and unsealed

  @rehearsal @layer:jumphost @destroys
  Scenario: A second initialization is refused and leaves an empty file of keys
    When the trap of DOCFIX-006 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-006 avoids it
    And our own drivers keep the rule of DOCFIX-006
