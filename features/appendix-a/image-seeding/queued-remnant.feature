@AppendixA @FINDING-3 @CORRECTION-1 @order:200
Feature: No half-imported record bears the name of the kube image
  Glance's web-download is refused by the publisher's site: the import is accepted, and its record stays queued for
  ever. It bears the image's own name, so that only its id may be deleted.

  @Acceptance @layer:magnum @mutates
  Scenario: The kube image is active and alone under its name
    When the operator makes sure that the kube image exists
    Then the cloud keeps its promise that the kube image is active, and alone under its name

  @rehearsal @layer:jumphost @destroys
  Scenario: A record that hangs in queued is named and deleted by its id
    Given a rehearsal cloud where FINDING-3 has struck
    Then the check that the kube image is active, and alone under its name names the victim
    And it leads the operator to FINDING-3
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
