@AppendixA @DOCFIX-018 @order:200
Feature: The operator logs in at an address, under the authority of Vault
  This cloud has no names. A login file with a name in it leads nowhere, and one that was made to work by hand fails on
  the certificate, which names the address.

  @Acceptance @layer:haproxy @observes
  Scenario: The login file of the operator leads to a token
    Then the cloud keeps its promise that Keystone issues a token in the right scope

  @rehearsal @layer:jumphost @destroys
  Scenario: A name where the address should stand leads nowhere
    When the trap of DOCFIX-018 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-018 avoids it
    And our own drivers keep the rule of DOCFIX-018
