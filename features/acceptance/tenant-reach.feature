@Acceptance @D-011.3 @layer:mgmt-vm @observes
Feature: A tenant machine reaches the public addresses
  The cluster drivers live in a tenant machine and talk to the cloud through its front door. If a tenant
  machine cannot reach that door, no cluster will ever come up, however healthy the services are.

  Scenario: From inside the management machine the identity service answers, port and service both
    When the management machine asks the identity service
    Then the port opens to it
    And the service itself answers it

  @DOCFIX-038
  Scenario: The address on file for the management machine is the one it has in this rebuild
    When the operator reads the address on file for the management machine
    Then it is the floating address of that machine
