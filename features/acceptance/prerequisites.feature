@Acceptance @phase-08.0 @D-036 @observes
Feature: What must stand before a workload cluster is made
  A cluster create takes a quarter of an hour and fails late. Each of these promises was broken once, and
  each cost somebody that quarter of an hour. They are read before anything is made.

  @layer:vips
  Scenario: The external network, the keypair and both flavors are there as written
    When the operator reads the tenant set-up
    Then the external network and the keypair are there
    And both flavors have their sizes

  @layer:vips @D-039
  Scenario: The creating user carries the roles that a minted credential needs
    When the operator reads the roles on the project
    Then the creating user carries every needed role

  @layer:vips @D-040
  Scenario: Every compute unit keeps memory back for its host
    When the compute units are asked for their reserve
    Then every compute unit keeps the agreed memory back

  @layer:hypervisors
  Scenario: Load balancing is healthy before a cluster relies on it
    When the operator reads the load balancers
    Then every load balancer of the platform serves
    And no amphora is broken or orphaned

  @layer:capi @D-042
  Scenario: The running conductor has the driver that fits the cluster controllers
    When the conductors are asked what they run
    Then every running conductor has the agreed driver

  @layer:vips @scope-hygiene
  Scenario: No scope of one call leaks into the next
    When the operator asks as administrator and then as the tenant project
    Then each answer is for the scope that was asked
    And no programs of the jumphost inherit a scope

  @layer:vips @DOCFIX-034
  Scenario: The project is resolved by its name and never taken from a document
    When the operator asks as administrator and then as the tenant project
    Then the project is the one that bears the name in its domain today
