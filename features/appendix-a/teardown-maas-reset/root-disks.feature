@AppendixA @R7 @order:200
Feature: The hosts' disks are read as root, and left root's
  The disk files of the hosts belong to root alone. Who looks without its rights sees a refusal, and is soon tempted to
  open the files to everybody instead.

  @Acceptance @layer:jumphost @observes
  Scenario: Nothing here looks at a disk without the right to
    Then nothing that this suite can start breaks the rule of R7

  @rehearsal @layer:jumphost @destroys
  Scenario: A look at a disk without root's rights is refused
    When the trap of R7 is sprung in a real shell
    Then it shows what the entry says
    But the rule of R7 avoids it
    And our own drivers keep the rule of R7
