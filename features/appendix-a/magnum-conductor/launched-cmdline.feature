@AppendixA @L-P6-1 @L-P6-2 @order:200
Feature: What a daemon was started with is read from the daemon
  A unit's text says what somebody wished. These packages assemble a daemon's arguments elsewhere, so that a flag can
  stand in the text, be found there by every look, and never reach the process.

  @Acceptance @layer:capi @observes
  Scenario: Every conductor that runs is judged by its own command line
    Then the cloud keeps its promise that every running conductor has the agreed driver

  @rehearsal @layer:jumphost @destroys
  Scenario: A flag in the text of a unit is found there, and not at the process
    When the trap of L-P6-1 is sprung in a real shell
    Then it shows what the entry says
    But the rule of L-P6-1 avoids it
    And our own drivers keep the rule of L-P6-1
