@AppendixA @DOCFIX-014 @order:200
Feature: Somebody made the authority that every certificate hangs from
  An authorized Vault has no authority yet. It stays blocked until somebody makes one, and no service of the cloud gets
  a certificate before.

  @Acceptance @layer:keystone @observes
  Scenario: Every service is served under the authority that was made
    Then the cloud keeps its promise that every core address answers under the site's CA with a code that the site allows

  @rehearsal @layer:jumphost @destroys
  Scenario: An authorized Vault without an authority stays blocked until one is made
    When the trap of DOCFIX-014 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-014 avoids it
    And our own drivers keep the rule of DOCFIX-014
