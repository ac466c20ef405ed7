@AppendixA @alloc-type-6 @order:200
Feature: An address that a host leased itself is given back by who knows whose it is
  A host that is commissioned leases its own address, and MAAS remembers it where no table shows it. The address is then
  refused to the very host, and force alone does not free it.

  @Acceptance @layer:juju @observes
  Scenario: No host was left without its addresses, and nothing here releases one by force
    Then the cloud keeps its promise that every host of the site stands in MAAS as the site expects it
    And nothing that this suite can start breaks the rule of alloc-type-6

  @rehearsal @layer:jumphost @destroys
  Scenario: A lease of the host itself withstands force, and goes when it is named
    When the trap of alloc-type-6 is sprung in a real shell
    Then it shows what the entry says
    But the rule of alloc-type-6 avoids it
    And our own drivers keep the rule of alloc-type-6
