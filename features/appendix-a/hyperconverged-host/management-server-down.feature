@AppendixA @D-041 @order:200
Feature: The management VM runs, for nothing starts it again by itself
  A management cluster of one node heals everything but itself: after a host event it stays off until somebody starts
  it, and then needs its time.

  @Acceptance @layer:mgmt-vm @observes
  Scenario: The management VM runs in its project
    Then the cloud keeps its promise that the management VM runs

  @rehearsal @layer:jumphost @destroys
  Scenario: A management VM that is shut off is named, started, and given its time
    Given a rehearsal cloud where D-041 has struck
    Then the check that the management VM runs names the victim
    And it leads the operator to D-041
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A second restart inside the twenty minutes begins them anew, patience ends them
    When the trap of D-041 is sprung in a real shell
    Then it shows what the entry says
    But the rule of D-041 avoids it
