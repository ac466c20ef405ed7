@AppendixA @DOCFIX-016 @order:200
Feature: The API key of MAAS is on no screen and in no log
  One short command shows the profiles, and with them the key that may do everything to every machine. It is in the
  transcript from then on, and nobody misses it.

  @Acceptance @layer:jumphost @observes
  Scenario: Nothing here asks MAAS for what shows a key
    Then nothing that this suite can start breaks the rule of DOCFIX-016

  @rehearsal @layer:jumphost @destroys
  Scenario: A list of the profiles shows the key, power parameters a password, other questions neither
    When the trap of DOCFIX-016 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-016 avoids it
    And our own drivers keep the rule of DOCFIX-016
