@AppendixA @DOCFIX-017 @order:200
Feature: A machine is found by its name, and by what MAAS says of it today
  MAAS has no word for who asks. A selection by owner that rests on it selects nothing, and a system id from a document
  is that of a machine that is no more.

  @Acceptance @layer:juju @observes
  Scenario: Every host of the site is resolved to its machine in MAAS
    Then the cloud keeps its promise that every host of the site stands in MAAS as the site expects it

  @rehearsal @layer:jumphost @destroys
  Scenario: A selection by owner finds no machine, one by name finds each
    When the trap of DOCFIX-017 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-017 avoids it
    And our own drivers keep the rule of DOCFIX-017
