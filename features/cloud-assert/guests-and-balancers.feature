@CloudAssert @order:65
Feature: Guests run where the platform stands on them, and their hosts have room
  A tenant's own machine may be shut off, and that is no alarm. What the platform stands on must run: the management
  VM, the amphorae, the machines of the workload cluster, and whatever else the site lists.

  @Acceptance @A8 @observes @layer:vips
  Scenario: Every hypervisor is up and keeps memory for its host
    Then the cloud keeps its promise that every hypervisor is up and enabled
    And the cloud keeps its promise that every compute unit keeps the agreed memory back

  @Acceptance @A9 @observes @layer:hypervisors
  Scenario: Load balancers serve, and no amphora is broken or orphaned
    Then the cloud keeps its promise that every load balancer of the platform serves
    And the cloud keeps its promise that no amphora is broken or orphaned

  @Acceptance @A10 @observes @layer:vips
  Scenario: No guest is shut off or in error unexpectedly
    Then the cloud keeps its promise that no guest is unexpectedly shut off or in error

  @rehearsal @A10 @D-043 @layer:jumphost @destroys
  Scenario: A worker that did not resume with its host is named, and tenants' machines are not
    Given a rehearsal cloud where guest-not-resumed has struck
    Then the check that no guest is unexpectedly shut off or in error names the victim
    And it leads the operator to D-043
