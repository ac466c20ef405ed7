@AppendixA @DOCFIX-032 @CNI-label @order:200
Feature: The template names the network that its chart has
  Since the driver hands the template's network on to the chart, and the chart has Calico alone, another name there
  spoils what is made next: its nodes are never ready. What stands already shows nothing of it.

  @Acceptance @layer:magnum @mutates
  Scenario: The cluster template names its network, as every other field, as written
    When the operator makes sure that the cluster template exists
    Then the cloud keeps its promise that every field of the cluster template is as written

  @rehearsal @layer:jumphost @destroys
  Scenario: A template with a network that no chart has is named before anything is made of it
    Given a rehearsal cloud where DOCFIX-032 has struck
    Then the check that every field of the cluster template is as written names the victim
    And it leads the operator to DOCFIX-032
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
