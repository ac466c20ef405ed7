@AppendixA @D-037 @order:200
Feature: The conductor was started with the settings of its driver
  Settings in a directory that the process was never given are ignored without a word. A unit's text may show the flag,
  and a file that had it may have been written over: the process itself says what it was given.

  @Acceptance @layer:capi @observes
  Scenario: Every running conductor has the directory on its own command line
    Then the cloud keeps its promise that every running conductor was started with the directory of the driver's settings

  @rehearsal @layer:jumphost @destroys
  Scenario: A flag that only a unit of systemd shows is named, and put where it counts
    Given a rehearsal cloud where D-037 has struck
    Then the check that every running conductor was started with the directory of the driver's settings names the victim
    And it leads the operator to D-037
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A flag that a later hook wrote over is named just the same
    Given a rehearsal cloud where D-037-overwritten has struck
    Then the check that every running conductor was started with the directory of the driver's settings names the victim
    And it leads the operator to D-037
