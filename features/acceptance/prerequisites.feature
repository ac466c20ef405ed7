@Acceptance @phase-08.0 @D-036 @observes @order:60
Feature: What must stand before a workload cluster is made
  A cluster create takes a quarter of an hour and fails late. Each of these promises was broken once, and
  each cost somebody that quarter of an hour. They are read before anything is made.

  @layer:vips
  Scenario: The external network, the keypair and both flavors are there as written
    Then the cloud keeps its promise that the external network is there, and it is external
    And the cloud keeps its promise that the keypair of the cluster is there
    And the cloud keeps its promise that both flavors of the cluster have their sizes

  @layer:vips @D-039
  Scenario: The creating user carries the roles that a minted credential needs
    Then the cloud keeps its promise that who creates clusters carries every needed role

  @layer:vips @D-040
  Scenario: Every compute unit keeps memory back for its host
    Then the cloud keeps its promise that every compute unit keeps the agreed memory back

  @layer:hypervisors
  Scenario: Load balancing is healthy before a cluster relies on it
    Then the cloud keeps its promise that every load balancer of the platform serves
    And the cloud keeps its promise that no amphora is broken or orphaned

  @layer:capi @D-042
  Scenario: The running conductor has the driver that fits the cluster controllers
    Then the cloud keeps its promise that every running conductor has the agreed driver

  @layer:vips @scope-hygiene
  Scenario: No scope of one call leaks into the next
    Then the cloud keeps its promise that the administrator's scope and the tenant's are kept apart
    And the cloud keeps its promise that no program on the jumphost inherits another login's settings

  @layer:vips @DOCFIX-034
  Scenario: The project is resolved by its name and never taken from a document
    Then the cloud keeps its promise that the tenant project is the one that bears its name today
