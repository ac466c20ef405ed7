@CloudAssert @Acceptance @observes @order:60
Feature: Every service of the platform gives its own verdict
  This sweep is the first command of every triage: each layer is asked by the word of the service itself, never by
  juju's calm alone. Only A4 has the operator's number; A1 to A3 and A5 to A12 are numbered here.

  @A1 @layer:juju
  Scenario: Every machine agent is started, in the model that is meant
    Then the cloud keeps its promise that the model and the controller that answer are those of the site
    And the cloud keeps its promise that every machine and every container is started

  @A2 @layer:juju
  Scenario: Every unit is at rest, and no hook is stuck
    Then the cloud keeps its promise that every unit says what the site calls normal for it
    And the cloud keeps its promise that every application has its units

  @A3 @layer:machines
  Scenario: The database has all its members, and exactly one of them writes
    Then the cloud keeps its promise that the database cluster tolerates a failure and has one writer

  @A4 @layer:machines
  Scenario: Every chassis has its link to the southbound database
    Then the cloud keeps its promise that every chassis is connected to its southbound database
    And the cloud keeps its promise that every chassis runs with the certificate that it was last given

  @A5 @layer:mysql
  Scenario: Vault is initialized and unsealed, by its own status
    Then the cloud keeps its promise that every Vault unit is initialized and unsealed

  @A6 @layer:machines
  Scenario: HAProxy itself calls no backend down on any unit
    Then the cloud keeps its promise that no backend is down by HAProxy's own verdict

  @A7 @layer:keystone
  Scenario: Every core address answers over TLS that Vault's root signs
    Then the cloud keeps its promise that every core address answers under the site's CA with a code that the site allows

  @A12 @layer:juju
  Scenario: No address of a service is the primary of a unit
    Then the cloud keeps its promise that no address of a service is the primary of a unit
