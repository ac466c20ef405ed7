@AppendixA @amphora-headroom @order:200
Feature: There is always room for one amphora more
  A failover builds the new amphora before it ends the old one. A cloud that is full to the scheduler's ceiling cannot
  heal its load balancers, and every attempt leaves one more server behind.

  @Acceptance @layer:octavia @observes
  Scenario: A host has room for one more amphora
    Then the cloud keeps its promise that a host has room for one more amphora

  @rehearsal @layer:jumphost @destroys
  Scenario: A cloud without room is named, and a failover that finds none leaves a zombie
    Given a rehearsal cloud where amphora-headroom has struck
    Then the check that a host has room for one more amphora names the victim
    And it leads the operator to amphora-headroom
    And no other entry is named but what follows from it
    And its fast confirm, as typed, shows the cause
    But what amphora-headroom warns of, as typed, makes it worse

  @rehearsal @layer:jumphost @destroys
  Scenario: A cloud without room has room again when a server that nobody needs is shelved
    Given a rehearsal cloud where amphora-headroom has struck
    Then the check that a host has room for one more amphora names the victim
    And it leads the operator to amphora-headroom
    When its fix is typed, step by step
    Then all that saw it is kept again, and its fast confirm shows nothing
