@AppendixA @D-057 @order:200
Feature: Floating IPs answer from outside, as the public addresses do
  Tenants are reached through floating IPs, the services through addresses of the hosts. When every floating IP is
  dark while the services answer, no machine and no service is at fault: the network between them is.

  @Acceptance @layer:vips @observes
  Scenario: The provider network carries what is sent to a floating IP
    Then the cloud keeps its promise that the provider network carries the floating IPs to the outside

  @rehearsal @layer:jumphost @destroys
  Scenario: A bridge that lost its interface to Juju is named, and no machine is
    Given a rehearsal cloud where D-057 has struck
    Then the check that the provider network carries the floating IPs to the outside names the victim
    And it leads the operator to D-057

  @rehearsal @layer:jumphost @destroys
  Scenario: Addresses that are dark behind bridges that carry are named themselves, and no machine is
    Given a rehearsal cloud where provider-network-lost has struck
    Then the check that the provider network carries the floating IPs to the outside names the victim
    And it leads the operator to floating-ips-dark
