@AppendixA @DOCFIX-035 @order:200
Feature: The conductor finds helm where it looks for programs
  A daemon has another search path than the shell of who looks after it. What the shell finds the daemon may not, and
  the first to notice is whoever creates a cluster.

  @Acceptance @layer:capi @observes
  Scenario: Every conductor finds helm where a daemon looks for it
    Then the cloud keeps its promise that every conductor finds helm on the path that it was started with

  @rehearsal @layer:jumphost @destroys
  Scenario: A login shell finds helm, and the conductor's own path does not
    When the trap of DOCFIX-035 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-035 avoids it
    And the rehearsal cloud keeps its promise that every conductor finds helm on the path that it was started with
    And our own drivers keep the rule of DOCFIX-035
