@Restart @restart-1 @order:200
Feature: The machines under the model stand as they were deployed
  Everything else of the cloud lives on a handful of machines that MAAS has deployed. MAAS is asked for them by
  their names, because the ids that it gives are minted at each enrolment: none is ever taken from a document.

  @Acceptance @DOCFIX-040-phase-00 @layer:juju @observes
  Scenario: MAAS calls every host of the site deployed and powered on
    Then the cloud keeps its promise that every host of the site stands in MAAS as the site expects it

  @rehearsal @layer:jumphost @destroys
  Scenario Outline: A host that MAAS knows to be <as> is named with its entry
    Given a rehearsal cloud where <fault> has struck
    Then the check that every host of the site stands in MAAS as the site expects it names the victim
    And it leads the operator to machine-not-deployed

    Examples: What Juju cannot tell apart, or does not see
      | as          | fault               |
      | broken      | machine-broken      |
      | powered off | machine-powered-off |
