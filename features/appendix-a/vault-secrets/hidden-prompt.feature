@AppendixA @L4 @order:200
Feature: A key share is typed at a hidden prompt and nowhere else
  Three shares open every secret of the cloud. As an argument a share is everybody's to read while the command runs, and
  the shell's history keeps it.

  @Acceptance @layer:jumphost @observes
  Scenario: Nothing here gives a share to Vault as an argument
    Then nothing that this suite can start breaks the rule of L4

  @rehearsal @layer:jumphost @destroys
  Scenario: A share that is an argument is seen by everybody, a typed one by nobody
    When the trap of L4 is sprung in a real shell
    Then it shows what the entry says
    But the rule of L4 avoids it
    And our own drivers keep the rule of L4
