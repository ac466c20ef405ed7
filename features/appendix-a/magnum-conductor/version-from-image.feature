@AppendixA @L-P6-3 @order:200
Feature: The driver finds the version of Kubernetes on the image
  The driver takes version and distribution from the image's properties, and no label of a template mends what is
  missing there.

  @Acceptance @layer:magnum @mutates
  Scenario: The kube image carries its version and its distribution
    When the operator makes sure that the kube image exists
    Then the cloud keeps its promise that the kube image carries its version and its distribution

  @rehearsal @layer:jumphost @destroys
  Scenario: An image without its version is named, confirmed and given it
    Given a rehearsal cloud where L-P6-3 has struck
    Then the check that the kube image carries its version and its distribution names the victim
    And it leads the operator to L-P6-3
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
