@AppendixA @D-034 @order:200
Feature: Cluster API is installed in its order and in the chart's versions
  CAPO looks for ORC as it starts. Installed before it, it ends again and again, and clusters get networks and load
  balancers and no machine. Versions that fit together stand in the chart's dependencies; a typed one fits by luck.

  @Acceptance @layer:mgmt-k8s @observes
  Scenario: CAPO runs, and so does the ORC that it looks for
    Then the cloud keeps its promise that the controllers of Cluster API run

  @Acceptance @layer:mgmt-k8s @observes
  Scenario: Every provider runs in the version that the chart names
    Then the cloud keeps its promise that the providers of Cluster API have the versions of the chart's dependencies

  @rehearsal @layer:jumphost @destroys
  Scenario: CAPO without ORC is named, and comes up when ORC is applied
    Given a rehearsal cloud where D-034 has struck
    Then the check that the controllers of Cluster API run names the victim
    And it leads the operator to D-034
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing

  @rehearsal @layer:jumphost @destroys
  Scenario: A provider in a version that somebody typed is named with its entry
    Given a rehearsal cloud where D-034-versions has struck
    Then the check that the providers of Cluster API have the versions of the chart's dependencies names the victim
    And it leads the operator to D-034
