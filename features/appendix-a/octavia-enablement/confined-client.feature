@AppendixA @L7 @order:200
Feature: What the confined client must read lies in the home of its user
  A confined client has a /tmp of its own. A file that every other program has just read is not there for it, and it
  says so in words that nobody believes.

  @Acceptance @layer:jumphost @observes
  Scenario: Nothing here hands a file from the common folder to a client
    Then nothing that this suite can start breaks the rule of L7

  @rehearsal @layer:jumphost @destroys
  Scenario: A file that was just read is not there for the confined client
    When the trap of L7 is sprung in a real shell
    Then it shows what the entry says
    But the rule of L7 avoids it
    And our own drivers keep the rule of L7
