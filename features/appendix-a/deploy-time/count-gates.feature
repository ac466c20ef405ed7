@AppendixA @L1 @order:200
Feature: A block that counts goes on when it counts nothing
  Nothing found is a good answer for a count of what must not be there. Under a shell that ends at the first failure it
  ends the block before its gate, without a word.

  @Acceptance @layer:jumphost @observes
  Scenario: No text that is run on a host ends at a count of nothing
    Then nothing that this suite can start breaks the rule of L1

  @rehearsal @layer:jumphost @destroys
  Scenario: A count of nothing ends a block that ends at failures
    When the trap of L1 is sprung in a real shell
    Then it shows what the entry says
    But the rule of L1 avoids it
    And our own drivers keep the rule of L1
