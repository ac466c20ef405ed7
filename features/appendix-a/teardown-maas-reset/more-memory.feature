@AppendixA @DEVIATION-2 @order:200
Feature: More memory for a host is given while it is off, and told to MAAS
  The memory of a guest cannot be raised while it runs, and MAAS looks at a machine's hardware only when it commissions
  it. Who forgets the one is refused; who forgets the other deploys on the old figure.

  @Acceptance @layer:juju @observes
  Scenario: Every host went through MAAS, and nothing here changes one that runs
    Then the cloud keeps its promise that every host of the site stands in MAAS as the site expects it
    And nothing that this suite can start breaks the rule of DEVIATION-2

  @rehearsal @layer:jumphost @destroys
  Scenario: A host that runs refuses more memory, and MAAS sees it after commissioning
    When the trap of DEVIATION-2 is sprung in a real shell
    Then it shows what the entry says
    But the rule of DEVIATION-2 avoids it
    And our own drivers keep the rule of DEVIATION-2
