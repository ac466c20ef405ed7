@AppendixA @DOCFIX-025a @order:200
Feature: The certificates of Cluster API come with their definitions
  Cluster API's webhooks need cert-manager, and cert-manager its definitions. The switch of older notes that made them
  is gone from its chart, so that an install by it fails, and what is to come next has nothing to stand on.

  @Acceptance @layer:mgmt-k8s @observes
  Scenario: Nothing here sets the old switch, and what it was for runs
    Then nothing that this suite can start breaks the rule of DOCFIX-025a
    And the cloud keeps its promise that the controllers of Cluster API run

  @rehearsal @layer:jumphost @destroys
  Scenario: The switch that the chart no longer has is refused
    When the trap of DOCFIX-025a is sprung in a real shell
    Then it shows what the entry says
    But the rule of DOCFIX-025a avoids it
    And our own drivers keep the rule of DOCFIX-025a
