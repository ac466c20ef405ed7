@AppendixA @D-035 @order:200
Feature: The management cluster has one way out, and its pods find back
  On a machine with two interfaces what answers a pod leaves again by the wrong one. The machine itself reaches
  everything, so that only a pod can tell, or the count of the interfaces.

  @Acceptance @layer:vips @observes
  Scenario: The management VM has one interface and no second home
    Then the cloud keeps its promise that the management VM has one interface alone

  @Acceptance @layer:mgmt-k8s @mutates
  Scenario: A throwaway pod of the management cluster is answered by the identity service
    When a throwaway pod of the management cluster connects to the identity service
    Then the cloud keeps its promise that the port of the identity service opens to a pod of the management cluster

  @rehearsal @layer:jumphost @destroys
  Scenario: A management VM with a second interface is named, though it reaches everything itself, and loses it
    Given a rehearsal cloud where D-035 has struck
    Then the check that the management VM has one interface alone names the victim
    And it leads the operator to D-035
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
