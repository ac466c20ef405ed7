@AppendixA @D-042 @D-031 @order:200
Feature: The conductor runs the driver that Cluster API agrees with
  The old driver asks for a version of the infrastructure that is served no more: every cluster reads UNHEALTHY, and
  nothing is wrong with it. What is installed does not count, but what the running process has.

  @Acceptance @layer:magnum @observes
  Scenario: Every running conductor has the agreed driver
    Then the cloud keeps its promise that every running conductor has the agreed driver

  @rehearsal @layer:jumphost @destroys
  Scenario: A conductor with the old driver is named, upgraded and restarted
    Given a rehearsal cloud where D-042 has struck
    Then the check that every running conductor has the agreed driver names the victim
    And it leads the operator to D-042
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A healer that believes the old driver's word takes a node of a sound cluster
    Given a rehearsal cloud where D-042 has struck
    Then what D-042 warns of, as typed, makes it worse
