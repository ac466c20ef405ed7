@AppendixA @LB-failover @order:200
Feature: Load balancers take changes again after a host event
  A load balancer can serve on while its control plane gave up: operating ONLINE, provisioning ERROR. A failover builds
  its amphora anew, and keeps its addresses.

  @Acceptance @layer:octavia @observes
  Scenario: Every load balancer of the platform takes changes and serves
    Then the cloud keeps its promise that every load balancer of the platform serves

  @rehearsal @layer:jumphost @destroys
  Scenario: A load balancer in ERROR is named, confirmed and failed over
    Given a rehearsal cloud where LB-failover has struck
    Then the check that every load balancer of the platform serves names the victim
    And it leads the operator to LB-failover
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
