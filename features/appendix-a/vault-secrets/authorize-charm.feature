@AppendixA @DOCFIX-011 @order:200
Feature: The charm of Vault is given the token that it asks for
  Two revisions of the charm name the parameter in two ways. The wrong one is refused, and the unit goes on asking to be
  authorized.

  @Acceptance @layer:juju @observes
  Scenario: No unit of Vault waits to be authorized
    Then the cloud keeps its promise that every unit says what the site calls normal for it

  @rehearsal @layer:jumphost @destroys
  Scenario: The parameter of another revision is refused, the charm's own is taken
    When the trap of DOCFIX-011 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-011 avoids it
    And our own drivers keep the rule of DOCFIX-011
