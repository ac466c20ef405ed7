@AppendixA @DOCFIX-021-artifact @order:200
Feature: A certificate is captured as it is, not as it is shown
  What an action prints for a reader is indented, and an indented certificate is none. Every client of the cloud then fails
  on the file that was captured from it, long after the block that captured it has ended well.

  @Acceptance @layer:jumphost @observes
  Scenario: Whatever this suite asks of Juju it asks as data
    Then nothing that this suite can start breaks the rule of DOCFIX-021-artifact

  @rehearsal @layer:jumphost @destroys
  Scenario: A certificate cut out of an action's human output cannot be read
    When the trap of DOCFIX-021-artifact is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-021-artifact avoids it
    And our own drivers keep the rule of DOCFIX-021-artifact
