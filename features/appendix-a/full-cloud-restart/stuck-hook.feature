@AppendixA @stuck-hook @order:200
Feature: No unit is in error over a relation that is gone
  A hook that failed as its relation broke fails at every retry: the other side is no more. Such a one is skipped; an
  error of a unit that has work to do is not.

  @Acceptance @layer:juju @observes
  Scenario: Every unit says what is normal for it
    Then the cloud keeps its promise that every unit says what the site calls normal for it

  @rehearsal @layer:jumphost @destroys
  Scenario: A unit in error over a gone relation is named, and its hook skipped
    Given a rehearsal cloud where stuck-hook has struck
    Then the check that every unit says what the site calls normal for it names the victim
    And it leads the operator to stuck-hook
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
