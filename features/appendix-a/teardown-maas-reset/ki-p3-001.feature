@AppendixA @KI-P3-001 @order:200
Feature: An address of a service belongs to the service alone
  MAAS hands out whatever its range leaves free. Where the block of the VIPs is not reserved in it, on every space that
  carries one, a container gets an address that a charm has as its VIP, and two answer to it.

  @Acceptance @A12 @layer:juju @observes
  Scenario: MAAS has given no machine an address of a service
    Then the cloud keeps its promise that no address of a service is the primary of a unit

  @rehearsal @A12 @layer:jumphost @destroys
  Scenario: A container whose own address is a service's is named with its entry
    Given a rehearsal cloud where KI-P3-001 has struck
    Then the check that no address of a service is the primary of a unit names the victim
    And it leads the operator to KI-P3-001
